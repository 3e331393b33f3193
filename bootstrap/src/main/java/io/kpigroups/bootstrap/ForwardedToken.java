package io.kpigroups.bootstrap;

import io.kpigroups.adapter.client.CallerToken;
import io.kpigroups.adapter.rest.BearerToken;
import io.kpigroups.domain.access.Actor;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Singleton;

/** Passes on the token of the request that is being served. */
@Singleton
record ForwardedToken(CurrentVertxRequest current) implements CallerToken {
  @Override
  public String authorization(Actor actor) {
    var fields = current.getCurrent().request().headers().getAll("Authorization");
    return "Bearer " + BearerToken.of(fields).value();
  }
}
