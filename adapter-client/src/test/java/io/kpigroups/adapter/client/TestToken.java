package io.kpigroups.adapter.client;

import io.kpigroups.domain.access.Actor;
import jakarta.inject.Singleton;

/** Gives every actor the same token, another one under each script of the stub. */
@Singleton
class TestToken implements CallerToken {
  static final String SECRET = "s3cr3t-t0k3n";

  @Override
  public String authorization(Actor actor) {
    return header();
  }

  /** What a call that is made now sends. */
  static String header() {
    return "Bearer " + SECRET + "." + StubUpstream.era();
  }
}
