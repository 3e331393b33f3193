package io.kpigroups.bootstrap.identity;

import io.quarkus.proxy.ProxyConfiguration;
import io.quarkus.proxy.ProxyConfigurationRegistry;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.quarkus.tls.runtime.config.TlsConfigUtils;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.ProxyOptions;
import io.vertx.core.net.ProxyType;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How the identity provider is reached: with the trust store of Quarkus's TLS registry, the default
 * one or one that is named, and through the proxy of Quarkus's settings or, without one, of Java's.
 */
@Singleton
public class ProviderAccess {
  private static final Duration LONGEST_FETCH = Duration.ofSeconds(10);

  /** Quarkus makes what is behind the bar the client's name. */
  private static final String METRICS = "http|keys";

  private static final int HEADERS = 64 * 1024;

  private final Vertx vertx;
  private final TlsConfigurationRegistry tls;
  private final ProxyConfigurationRegistry proxies;
  private final Optional<ProxySelector> javaProxies;
  private final Duration longestFetch;

  /** With what Quarkus was set to; Java's own proxy is asked for now. */
  @Inject
  public ProviderAccess(
      Vertx vertx, TlsConfigurationRegistry tls, ProxyConfigurationRegistry proxies) {
    this(vertx, tls, proxies, Optional.ofNullable(ProxySelector.getDefault()), LONGEST_FETCH);
  }

  /** The same with another proxy of Java's, and another bound on the time of a fetch. */
  ProviderAccess(
      Vertx vertx,
      TlsConfigurationRegistry tls,
      ProxyConfigurationRegistry proxies,
      Optional<ProxySelector> javaProxies,
      Duration longestFetch) {
    this.vertx = vertx;
    this.tls = tls;
    this.proxies = proxies;
    this.javaProxies = javaProxies;
    this.longestFetch = longestFetch;
  }

  /**
   * What fetches the key set at an address.
   *
   * @throws ConfigurationException if the settings for it are wrong, or switch TLS's protection off
   */
  KeyFetch to(URI address, IdentityConfig config) {
    boolean https = address.getScheme().equalsIgnoreCase("https");
    Optional<TlsConfiguration> trust =
        https ? tls(config.tlsConfigurationName()) : Optional.empty();
    HttpClientOptions plain = options().setSsl(https);
    addProxy(plain, address, config.proxyConfigurationName());
    Supplier<HttpClientOptions> options =
        () -> {
          HttpClientOptions current = new HttpClientOptions(plain);
          trust.ifPresent(it -> TlsConfigUtils.configure(current, it));
          return current;
        };
    return new HttpKeyFetch(address, vertx, options, longestFetch);
  }

  private HttpClientOptions options() {
    return new HttpClientOptions()
        .setMetricsName(METRICS)
        .setTracingPolicy(TracingPolicy.IGNORE)
        .setConnectTimeout((int) longestFetch.toMillis())
        .setKeepAlive(false)
        .setMaxHeaderSize(HEADERS);
  }

  private Optional<TlsConfiguration> tls(Optional<String> name) {
    Optional<TlsConfiguration> found = name.isPresent() ? named(name.get()) : tls.getDefault();
    boolean checksNothing = found.filter(TlsConfiguration::isTrustAll).isPresent();
    boolean checksNoNames =
        found
            .flatMap(TlsConfiguration::getHostnameVerificationAlgorithm)
            .filter("NONE"::equalsIgnoreCase)
            .isPresent();
    if (checksNothing || checksNoNames) {
      throw new ConfigurationException(
          "The TLS configuration for "
              + IdentitySettings.LOCATION
              + " trusts every certificate or host name, and whoever could pretend to be the"
              + " identity provider could be any user. Give it a trust store instead, or name"
              + " another by "
              + IdentitySettings.TLS
              + ".");
    }
    return found;
  }

  private Optional<TlsConfiguration> named(String name) {
    Optional<TlsConfiguration> found = tls.get(name);
    if (found.isEmpty()) {
      throw noSuch("TLS configuration", IdentitySettings.TLS, name, "quarkus.tls.");
    }
    return found;
  }

  private void addProxy(HttpClientOptions options, URI address, Optional<String> name) {
    Optional<ProxyConfiguration> found = proxy(name);
    if (found.isPresent()) {
      options.setProxyOptions(proxyOptions(found.get()));
      found.get().nonProxyHosts().ifPresent(options::setNonProxyHosts);
    } else if (name.isEmpty()) {
      javaProxy(address).ifPresent(options::setProxyOptions);
    }
  }

  private Optional<ProxyConfiguration> proxy(Optional<String> name) {
    if (name.filter(ProxyConfigurationRegistry.NONE::equals).isPresent()) {
      return Optional.empty();
    }
    try {
      return proxies.get(name);
    } catch (IllegalStateException e) {
      throw noSuch("proxy", IdentitySettings.PROXY, name.orElse(""), "quarkus.proxy.");
    }
  }

  private static ProxyOptions proxyOptions(ProxyConfiguration proxy) {
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
  private Optional<ProxyOptions> javaProxy(URI address) {
    return javaProxies.stream()
        .flatMap(selector -> selector.select(address).stream())
        .findFirst()
        .filter(proxy -> proxy.address() instanceof InetSocketAddress)
        .map(ProviderAccess::proxyOptions);
  }

  private static ProxyOptions proxyOptions(Proxy proxy) {
    InetSocketAddress address = (InetSocketAddress) proxy.address();
    return new ProxyOptions()
        .setHost(address.getHostString())
        .setPort(address.getPort())
        .setType(proxy.type() == Proxy.Type.SOCKS ? ProxyType.SOCKS5 : ProxyType.HTTP);
  }

  private static ConfigurationException noSuch(
      String what, String setting, String name, String prefix) {
    return new ConfigurationException(
        setting
            + " is \""
            + name
            + "\", and there is no such "
            + what
            + ": set "
            + prefix
            + name
            + ".*.");
  }
}
