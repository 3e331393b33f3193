package io.kpigroups.bootstrap.identity;

import io.quarkus.proxy.ProxyConfiguration;
import io.quarkus.proxy.ProxyConfigurationRegistry;
import io.quarkus.proxy.ProxyType;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A {@link ProviderAccess} by settings of a test's own. What is named {@code <default>} is what
 * counts where no name is set.
 */
record Access(
    Vertx vertx,
    Map<String, TlsConfiguration> tls,
    Map<String, ProxyConfiguration> proxies,
    Optional<ProxySelector> javaProxies,
    Map<String, String> settings)
    implements TlsConfigurationRegistry, ProxyConfigurationRegistry {
  private static final String DEFAULT = "<default>";

  /** With this setting too. */
  Access with(String key, String value) {
    Map<String, String> more = new HashMap<>(settings);
    more.put(key, value);
    return new Access(vertx, tls, proxies, javaProxies, more);
  }

  /** With a proxy of this name, for the user {@code ann} with the password {@code secret}. */
  Access through(String name, int port, List<String> notFor) {
    return new Access(vertx, tls, Map.of(name, new OwnProxy(port, notFor)), javaProxies, settings);
  }

  /** With a proxy of Java's. */
  Access throughJavas(int port) {
    InetSocketAddress address = InetSocketAddress.createUnresolved("127.0.0.1", port);
    return new Access(vertx, tls, proxies, Optional.of(ProxySelector.of(address)), settings);
  }

  KeyFetch fetch(URI address) {
    return toProviders().to(address, TestTokens.settings(settings).config());
  }

  /** The same for whoever makes something of it. */
  ProviderAccess toProviders() {
    return new ProviderAccess(vertx, this, this, javaProxies, Duration.ofMinutes(10));
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
