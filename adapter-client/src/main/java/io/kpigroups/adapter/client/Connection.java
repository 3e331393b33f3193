package io.kpigroups.adapter.client;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.http.HttpClientRequest;
import jakarta.enterprise.context.Dependent;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.client.api.LoggingScope;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;
import org.jboss.resteasy.reactive.client.impl.VertxRequestCustomizingClientBuilder;

/**
 * Opens the HTTP client: one origin, no redirects, certificates and host names always checked,
 * nothing logged of what is sent, and no answer larger than what is taken. Proxies are those of
 * Quarkus's settings.
 */
@Dependent
class Connection {
  private static final Logger LOG = Logger.getLogger(Connection.class);

  /** HTTP/2's name for a stream that is not wanted any more; HTTP/1.1 closes the connection. */
  private static final long CANCEL = 0x8;

  /** The caller gives up first, and says so without an error in the log of the HTTP client. */
  private static final Duration LATER = Duration.ofSeconds(1);

  /**
   * Shorter than what servers and proxies usually keep an idle connection for: a change that is
   * sent over one that is just being closed has an unknown outcome.
   */
  private static final int IDLE_SECONDS = 15;

  private final UpstreamConfig config;
  private final TlsConfigurationRegistry registry;

  Connection(UpstreamConfig config, TlsConfigurationRegistry registry) {
    this.config = config;
    this.registry = registry;
  }

  /**
   * Makes the client; nothing connects before its first call.
   *
   * @throws IllegalArgumentException if the settings are wrong, or switch the protection of TLS off
   */
  UpstreamApi open() {
    checkNumbers();
    QuarkusRestClientBuilder builder =
        QuarkusRestClientBuilder.newBuilder()
            .baseUri(checked(config.url()))
            .connectTimeout(config.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
            .readTimeout(config.readTimeout().plus(LATER).toMillis(), TimeUnit.MILLISECONDS)
            .followRedirects(false)
            .trustAll(false)
            .verifyHost(true)
            .loggingScope(LoggingScope.NONE)
            .disableDefaultMapper(true)
            .enableCompression(false)
            .userAgent("kpi-groups")
            .property(QuarkusRestClientProperties.CONNECTION_POOL_SIZE, config.concurrentCalls());
    tls().ifPresent(builder::tlsConfiguration);
    var client = (VertxRequestCustomizingClientBuilder<?>) builder;
    client.httpClientOptionsCustomizer(options -> options.setKeepAliveTimeout(IDLE_SECONDS));
    client.httpClientRequestCustomizer(this::limitAnswer);
    return builder.build(UpstreamApi.class);
  }

  /** Without a name the default one, which the HTTP client would not ask for by itself. */
  private Optional<TlsConfiguration> tls() {
    Optional<String> name = config.tlsConfigurationName();
    Optional<TlsConfiguration> tls =
        name.isPresent() ? TlsConfiguration.from(registry, name) : registry.getDefault();
    boolean checksNothing = tls.filter(TlsConfiguration::isTrustAll).isPresent();
    boolean checksNoNames =
        tls.flatMap(TlsConfiguration::getHostnameVerificationAlgorithm)
            .filter("NONE"::equalsIgnoreCase)
            .isPresent();
    if (checksNothing || checksNoNames) {
      throw new IllegalArgumentException(
          "its TLS configuration trusts every certificate or host name, and whoever could pretend"
              + " to be upstream would get the tokens. Give it a trust store instead.");
    }
    return tls;
  }

  private void checkNumbers() {
    boolean times =
        Stream.of(config.connectTimeout(), config.readTimeout(), config.circuitBreaker().pause())
            .allMatch(time -> time.toMillis() > 0);
    boolean counts = config.concurrentCalls() > 0 && config.circuitBreaker().calls() > 0;
    if (!times || !counts || config.retries() < 0 || config.answerSize().asLongValue() < 1) {
      throw new IllegalArgumentException(
          "a number below kpigroups.upstream makes no sense: retries may be 0, everything else must"
              + " be more.");
    }
  }

  private static URI checked(Optional<URI> configured) {
    URI url = configured.orElseGet(() -> URI.create(""));
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    boolean plain =
        url.getUserInfo() == null && url.getQuery() == null && url.getFragment() == null;
    if (url.getHost() == null || !plain || !(scheme.equals("https") || scheme.equals("http"))) {
      throw new IllegalArgumentException(
          "kpigroups.upstream.url must be set to the https address of the API, such as"
              + " https://app.gtmhub.com/api/v1.");
    }
    if (scheme.equals("http")) {
      LOG.warn(
          "Tokens go to " + url.getHost() + " unencrypted: kpigroups.upstream.url is not https.");
    }
    return url;
  }

  private void limitAnswer(HttpClientRequest request) {
    long most = config.answerSize().asLongValue();
    request
        .response()
        .onSuccess(
            response -> {
              AtomicLong size = new AtomicLong();
              response.handler(
                  part -> {
                    if (size.addAndGet(part.length()) > most) {
                      request.reset(CANCEL, new AnswerTooLarge(most));
                    }
                  });
            });
  }
}
