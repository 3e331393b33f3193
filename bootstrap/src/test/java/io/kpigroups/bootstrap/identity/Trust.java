package io.kpigroups.bootstrap.identity;

import io.quarkus.tls.BaseTlsConfiguration;
import io.vertx.core.net.SSLOptions;
import io.vertx.core.net.TrustOptions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A TLS configuration of a test's own. */
final class Trust extends BaseTlsConfiguration {
  private final @Nullable TrustOptions trust;
  private final boolean all;
  private final Optional<String> algorithm;

  Trust(@Nullable TrustOptions trust, boolean all, Optional<String> algorithm) {
    this.trust = trust;
    this.all = all;
    this.algorithm = algorithm;
  }

  @Override
  public @Nullable TrustOptions getTrustStoreOptions() {
    return trust;
  }

  @Override
  public SSLOptions getSSLOptions() {
    return new SSLOptions();
  }

  @Override
  public boolean isTrustAll() {
    return all;
  }

  @Override
  public Optional<String> getHostnameVerificationAlgorithm() {
    return algorithm;
  }
}
