package io.kpigroups.adapter.client;

import io.kpigroups.domain.Actor;
import jakarta.inject.Singleton;

/** Gives every actor the same token. */
@Singleton
class TestToken implements CallerToken {
  static final String SECRET = "s3cr3t-t0k3n";

  @Override
  public String authorization(Actor actor) {
    return "Bearer " + SECRET;
  }
}
