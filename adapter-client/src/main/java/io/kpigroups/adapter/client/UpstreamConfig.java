package io.kpigroups.adapter.client;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where the upstream API is, and how much of this service it may hold up. */
@ConfigMapping(prefix = "kpigroups.upstream")
public interface UpstreamConfig {

  /** The base of the API, up to and without {@code /kpis}; must be set to use the store. */
  Optional<URI> url();

  /** How long it may take to open a connection. */
  @WithDefault("2s")
  Duration connectTimeout();

  /**
   * How long one call may take; never longer than what is left of the request's deadline. What had
   * less is no sign that upstream hangs.
   */
  @WithDefault("4s")
  Duration readTimeout();

  /** How often a call that may be repeated is tried again, while there is time. */
  @WithDefault("2")
  int retries();

  /** Most calls at the same time; one above is refused at once. */
  @WithDefault("64")
  int concurrentCalls();

  /** The largest answer that is taken. */
  @WithDefault("8M")
  MemorySize answerSize();

  /** When to stop calling an upstream that only fails. */
  CircuitBreakerConfig circuitBreaker();

  /** The TLS configuration of Quarkus's registry that is used; the default one if not set. */
  Optional<String> tlsConfigurationName();

  /** When to stop calling an upstream that only fails. */
  interface CircuitBreakerConfig {
    /** Of so many calls in a row half must have failed. */
    @WithDefault("20")
    int calls();

    /** For how long no call is made then. */
    @WithDefault("5s")
    Duration pause();
  }
}
