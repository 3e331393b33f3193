package io.kpigroups.bootstrap.identity.keys;

import io.quarkus.proxy.ProxyConfiguration;
import io.quarkus.proxy.ProxyConfigurationRegistry;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.ProxyOptions;
import io.vertx.core.net.ProxyType;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * How the identity provider is reached: with the trust store of Quarkus's TLS registry, the default
 * one or one that is named, and through the proxy of Quarkus's settings or, without one, of Java's.
 */
@Singleton
public record ProviderAccess(
    Vertx vertx, TlsConfigurationRegistry tls, ProxyConfigurationRegistry proxies) {
  /** The setting for the TLS configuration that a key set is fetched with. */
  static final String TLS = "kpigroups.identity.tls-configuration-name";

  /** The setting for the proxy that a key set is fetched through. */
  private static final String PROXY = "kpigroups.identity.proxy-configuration-name";

  private static final Duration FETCH_TIMEOUT = Duration.ofSeconds(10);

  /**
   * The keys at an address, which are fetched when they are needed.
   *
   * @param tlsName the TLS configuration to use; empty for the default one
   * @param proxyName the proxy to use, or {@code none}; empty for the default one
   * @throws ConfigurationException if there is none of that name, or it checks no certificate
   */
  public VerificationKeys keys(URI address, Optional<String> tlsName, Optional<String> proxyName) {
    return new RemoteKeys(address, fetch(address, tlsName, proxyName), System::nanoTime);
  }

  /** What fetches the text of the key set. */
  Supplier<CompletionStage<String>> fetch(
      URI address, Optional<String> tlsName, Optional<String> proxyName) {
    boolean isHttps = address.getScheme().equalsIgnoreCase("https");
    // Quarkus uses what is behind the bar as the client's name in metrics.
    HttpClientOptions plain =
        new HttpClientOptions()
            .setMetricsName("http|keys")
            .setTracingPolicy(TracingPolicy.IGNORE)
            .setConnectTimeout((int) FETCH_TIMEOUT.toMillis())
            .setKeepAlive(false)
            .setMaxHeaderSize(64 * 1024)
            .setSsl(isHttps);
    try {
      addProxy(plain, address, proxyName);
      Optional<TlsConfiguration> trust = isHttps ? trust(tlsName) : Optional.empty();
      return new HttpKeyFetch(address, vertx, plain, trust, FETCH_TIMEOUT);
    } catch (IllegalStateException unknownName) {
      throw new ConfigurationException(
          TLS + " or " + PROXY + " is wrong: " + unknownName.getMessage());
    }
  }

  private Optional<TlsConfiguration> trust(Optional<String> name) {
    Optional<TlsConfiguration> found = TlsConfiguration.from(tls, name).or(tls::getDefault);
    if (found.filter(ProviderAccess::trustsAnybody).isPresent()) {
      throw new ConfigurationException(
          "Anybody could pose as the identity provider: give its TLS a trust store, or set " + TLS);
    }
    return found;
  }

  private static boolean trustsAnybody(TlsConfiguration tls) {
    return tls.isTrustAll()
        || tls.getHostnameVerificationAlgorithm().filter("NONE"::equalsIgnoreCase).isPresent();
  }

  private void addProxy(HttpClientOptions options, URI address, Optional<String> name) {
    boolean isOff = name.filter(ProxyConfigurationRegistry.NONE::equals).isPresent();
    Optional<ProxyConfiguration> found = isOff ? Optional.empty() : proxies.get(name);
    found.flatMap(ProxyConfiguration::nonProxyHosts).ifPresent(options::setNonProxyHosts);
    found
        .map(ProviderAccess::options)
        .or(() -> isOff ? Optional.empty() : javaProxy(address))
        .ifPresent(options::setProxyOptions);
  }

  private static ProxyOptions options(ProxyConfiguration proxy) {
    ProxyOptions options =
        new ProxyOptions()
            .setHost(proxy.host())
            .setPort(proxy.port())
            .setType(ProxyType.valueOf(proxy.type().name()));
    proxy.username().ifPresent(options::setUsername);
    proxy.password().ifPresent(options::setPassword);
    proxy.proxyConnectTimeout().ifPresent(options::setConnectTimeout);
    return options;
  }

  /** The proxy that {@code -Dhttps.proxyHost} and its like name. */
  private static Optional<ProxyOptions> javaProxy(URI address) {
    return Optional.ofNullable(ProxySelector.getDefault())
        .map(selector -> selector.select(address).get(0))
        .filter(proxy -> proxy.address() instanceof InetSocketAddress)
        .map(ProviderAccess::options);
  }

  private static ProxyOptions options(Proxy proxy) {
    InetSocketAddress address = (InetSocketAddress) proxy.address();
    return new ProxyOptions()
        .setHost(address.getHostString())
        .setPort(address.getPort())
        .setType(proxy.type() == Proxy.Type.SOCKS ? ProxyType.SOCKS5 : ProxyType.HTTP);
  }
}
