package io.kpigroups.bootstrap.identity.keys;

import io.quarkus.proxy.ProxyConfiguration;
import io.quarkus.proxy.ProxyConfigurationRegistry;
import io.quarkus.proxy.ProxyType;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The registries of a {@link ProviderAccess}, by settings of a test's own. What is named {@code
 * <default>} is what counts where no name is set.
 */
public record TestAccess(
    Vertx vertx, Map<String, TlsConfiguration> tls, Map<String, ProxyConfiguration> proxies)
    implements TlsConfigurationRegistry, ProxyConfigurationRegistry {
  private static final String DEFAULT = "<default>";

  /** With a proxy of this name, for the user {@code ann} with the password {@code secret}. */
  TestAccess through(String name, int port, List<String> notFor) {
    return new TestAccess(vertx, tls, Map.of(name, new OwnProxy(port, notFor)));
  }

  /** The text of the key set at an address, by the defaults. */
  String text(URI address) {
    return text(address, Optional.empty(), Optional.empty());
  }

  /** The same by configurations that are named. */
  String text(URI address, Optional<String> tlsName, Optional<String> proxyName) {
    return toProviders().fetch(address, tlsName, proxyName).get().toCompletableFuture().join();
  }

  /** The same for whoever makes something of it. */
  public ProviderAccess toProviders() {
    return new ProviderAccess(vertx, this, this);
  }

  @Override
  public Optional<TlsConfiguration> get(String name) {
    return Optional.ofNullable(tls.get(name));
  }

  @Override
  public Optional<TlsConfiguration> getDefault() {
    return get(DEFAULT);
  }

  @Override
  public void register(String name, TlsConfiguration configuration) {
    throw new UnsupportedOperationException();
  }

  /** As Quarkus's registry, which throws at a name that it does not know. */
  @Override
  public Optional<ProxyConfiguration> get(Optional<String> name) {
    Optional<ProxyConfiguration> found = Optional.ofNullable(proxies.get(name.orElse(DEFAULT)));
    if (name.isPresent() && found.isEmpty()) {
      throw new IllegalStateException(name.get());
    }
    return found;
  }

  private record OwnProxy(int port, List<String> notFor) implements ProxyConfiguration {
    @Override
    public String host() {
      return "127.0.0.1";
    }

    @Override
    public Optional<String> username() {
      return Optional.of("ann");
    }

    @Override
    public Optional<String> password() {
      return Optional.of("secret");
    }

    @Override
    public Optional<List<String>> nonProxyHosts() {
      return Optional.of(notFor);
    }

    @Override
    public Optional<Duration> proxyConnectTimeout() {
      return Optional.empty();
    }

    @Override
    public ProxyType type() {
      return ProxyType.HTTP;
    }
  }
}
