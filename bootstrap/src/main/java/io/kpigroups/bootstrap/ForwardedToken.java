package io.kpigroups.bootstrap;

import io.kpigroups.adapter.client.CallerToken;
import io.kpigroups.adapter.rest.BearerToken;
import io.kpigroups.domain.access.Actor;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Passes on the token of the request that is being served. */
@Singleton
class ForwardedToken implements CallerToken {
  private final CurrentVertxRequest current;

  ForwardedToken(CurrentVertxRequest current) {
    this.current = current;
  }

  @Override
  public String authorization(Actor actor) {
    String header = current.getCurrent().request().getHeader("Authorization");
    return "Bearer " + BearerToken.of(Optional.ofNullable(header));
  }
}
