package io.kpigroups.bootstrap;

import io.kpigroups.bootstrap.identity.keys.ProviderAccess;
import io.quarkus.proxy.ProxyConfigurationRegistry;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.Optional;

/** What a wiring needs that asks no identity provider. */
public final class NoProvider {
  private NoProvider() {}

  /** Access to providers without TLS and proxies, for who never asks one. */
  public static ProviderAccess access() {
    return new ProviderAccess(
        StandIn.of(Vertx.class, Map.of()),
        StandIn.of(TlsConfigurationRegistry.class, Map.of()),
        StandIn.of(ProxyConfigurationRegistry.class, Map.of("get", name -> Optional.empty())));
  }
}
