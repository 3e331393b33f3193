package io.kpigroups.adapter.client.http;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.kpigroups.adapter.client.UpstreamConfig;
import io.netty.handler.codec.TooLongFrameException;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.client.api.LoggingScope;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;
import org.jboss.resteasy.reactive.client.impl.VertxRequestCustomizingClientBuilder;

/**
 * Makes the HTTP client: one origin, no redirects, certificates and host names always checked,
 * nothing logged of what is sent, and no response larger than the limit. Proxies come from the
 * settings of Quarkus.
 */
public final class RestClientFactory {
  private static final Logger LOG = Logger.getLogger(RestClientFactory.class);

  /** Cancels a stream of HTTP/2 (RFC 9113, section 7); with HTTP/1.1 the connection is closed. */
  private static final long CANCEL = 0x8;

  /** In milliseconds: our own timeout must come first, because the HTTP client logs an error. */
  private static final int READ_TIMEOUT_MARGIN = 1_000;

  /**
   * Shorter than servers and proxies usually keep an idle connection: a change that is sent while
   * they close it has an unknown outcome.
   */
  private static final int IDLE_SECONDS = 15;

  /** The links of a page repeat a filter, which may have 20,000 characters, up to three times. */
  private static final int MAX_HEADERS = 128 * 1024;

  private static final Pattern URL = Pattern.compile("(?i)https?://[^/?#@]+(/[^?#]*)?");

  private RestClientFactory() {}

  /**
   * Makes a client; nothing connects before its first call.
   *
   * @throws IllegalArgumentException if a setting is wrong, or switches the checks of TLS off
   */
  public static UpstreamApi create(UpstreamConfig config, TlsConfigurationRegistry registry) {
    checkNumbers(config);
    QuarkusRestClientBuilder builder =
        QuarkusRestClientBuilder.newBuilder()
            .baseUri(checkedUrl(config))
            .connectTimeout(config.connectTimeout().toMillis(), MILLISECONDS)
            .readTimeout(config.readTimeout().toMillis() + READ_TIMEOUT_MARGIN, MILLISECONDS)
            .followRedirects(false)
            .trustAll(false)
            .verifyHost(true)
            .loggingScope(LoggingScope.NONE)
            .disableDefaultMapper(true)
            .enableCompression(false)
            .userAgent("kpi-groups")
            .property(QuarkusRestClientProperties.CONNECTION_POOL_SIZE, config.concurrentCalls());
    checkedTls(config, registry).ifPresent(builder::tlsConfiguration);
    var client = (VertxRequestCustomizingClientBuilder<?>) builder;
    long maxBytes = config.answerSize().asLongValue();
    client.httpClientOptionsCustomizer(
        options -> options.setKeepAliveTimeout(IDLE_SECONDS).setMaxHeaderSize(MAX_HEADERS));
    client.httpClientRequestCustomizer(request -> limitResponse(request, maxBytes));
    return builder.build(UpstreamApi.class);
  }

  private static void checkNumbers(UpstreamConfig config) {
    LongStream positive =
        LongStream.of(
            config.connectTimeout().toMillis(),
            config.readTimeout().toMillis(),
            config.concurrentCalls(),
            config.answerSize().asLongValue(),
            config.circuitBreaker().calls(),
            config.circuitBreaker().pause().toMillis());
    if (config.retries() < 0 || positive.anyMatch(number -> number <= 0)) {
      throw new IllegalArgumentException(
          "every number below kpigroups.upstream must be above 0; retries may be 0.");
    }
  }

  private static URI checkedUrl(UpstreamConfig config) {
    URI url = config.url().orElseGet(() -> URI.create(""));
    if (!URL.matcher(url.toString()).matches() || url.getHost() == null) {
      throw new IllegalArgumentException(
          "kpigroups.upstream.url must be set to the https address of the API, such as"
              + " https://app.gtmhub.com/api/v1.");
    }
    if (url.getScheme().equalsIgnoreCase("http")) {
      LOG.warn(
          "Tokens go to " + url.getHost() + " unencrypted: kpigroups.upstream.url is not https.");
    }
    return url;
  }

  /** Without a name the default configuration, which the HTTP client would not use by itself. */
  private static Optional<TlsConfiguration> checkedTls(
      UpstreamConfig config, TlsConfigurationRegistry registry) {
    Optional<TlsConfiguration> tls =
        TlsConfiguration.from(registry, config.tlsConfigurationName()).or(registry::getDefault);
    if (tls.filter(RestClientFactory::trustsEverybody).isPresent()) {
      throw new IllegalArgumentException(
          "its TLS configuration trusts every certificate or host name, and whoever could pretend"
              + " to be upstream would get the tokens. Give it a trust store instead.");
    }
    return tls;
  }

  private static boolean trustsEverybody(TlsConfiguration tls) {
    Optional<String> hostNames = tls.getHostnameVerificationAlgorithm();
    return tls.isTrustAll() || hostNames.filter("NONE"::equalsIgnoreCase).isPresent();
  }

  private static void limitResponse(HttpClientRequest request, long maxBytes) {
    AtomicLong bytes = new AtomicLong();
    Handler<Buffer> counter =
        part -> {
          if (bytes.addAndGet(part.length()) > maxBytes) {
            request.reset(CANCEL, new TooLongFrameException("above " + maxBytes + " bytes"));
          }
        };
    request.response().onSuccess(response -> response.handler(counter));
  }
}
