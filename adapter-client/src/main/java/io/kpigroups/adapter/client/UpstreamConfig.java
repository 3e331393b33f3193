package io.kpigroups.adapter.client;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where the upstream API is, and the limits for calls to it. */
@ConfigMapping(prefix = "kpigroups.upstream")
public interface UpstreamConfig {

  /** The base of the API, without {@code /kpis}; must be set if the store is used. */
  Optional<URI> url();

  /** How long it may take to open a connection. */
  @WithDefault("2s")
  Duration connectTimeout();

  /** How long one call may take; less if the deadline of the request comes earlier. */
  @WithDefault("4s")
  Duration readTimeout();

  /** How often a call that may be repeated is tried again while there is time; 0 or more. */
  @WithDefault("2")
  int retries();

  /** The most calls at the same time; more are refused at once. */
  @WithDefault("64")
  int concurrentCalls();

  /** The largest response that is accepted. */
  @WithDefault("8M")
  MemorySize answerSize();

  /** When to stop calling an upstream that only fails. */
  CircuitBreakerConfig circuitBreaker();

  /** The name of a TLS configuration of Quarkus; without it the default one is used. */
  Optional<String> tlsConfigurationName();

  /** When to stop calling an upstream that only fails. */
  interface CircuitBreakerConfig {
    /** The circuit breaker opens if half of the last calls failed; so many calls are looked at. */
    @WithDefault("20")
    int calls();

    /** For how long no call is made after that. */
    @WithDefault("5s")
    Duration pause();
  }
}
