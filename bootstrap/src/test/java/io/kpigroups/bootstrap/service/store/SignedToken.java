package io.kpigroups.bootstrap.service.store;

import io.kpigroups.adapter.client.CallerToken;
import io.kpigroups.bootstrap.service.client.Tokens;
import io.kpigroups.domain.access.Actor;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.List;

/** Signs a token for whoever acts, where there is no request that brought one. */
@Alternative
@Priority(1)
@Singleton
public class SignedToken implements CallerToken {
  @Override
  public String authorization(Actor actor) {
    return "Bearer "
        + Tokens.es256(
            Tokens.claims(
                actor.user().value(), List.of(actor.account().value()), List.of("kpis:manage")));
  }
}
