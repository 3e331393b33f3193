package io.kpigroups.bootstrap.identity.keys;

import io.quarkus.tls.BaseTlsConfiguration;
import io.vertx.core.net.PfxOptions;
import io.vertx.core.net.SSLOptions;
import io.vertx.core.net.TrustOptions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A TLS configuration of a test's own. */
final class TestTls extends BaseTlsConfiguration {
  private final @Nullable TrustOptions trust;
  private final boolean all;
  private final Optional<String> algorithm;

  /** Trusts this certificate only. */
  static TestTls trusting(PrivateCertificate certificate) {
    PfxOptions store =
        new PfxOptions()
            .setPath(certificate.store().toString())
            .setPassword(PrivateCertificate.PASSWORD);
    return new TestTls(store, false, Optional.empty());
  }

  /** Trusts every certificate. */
  static TestTls blind() {
    return new TestTls(null, true, Optional.empty());
  }

  /** Trusts a certificate whatever name it is for. */
  static TestTls nameless() {
    return new TestTls(null, false, Optional.of("NONE"));
  }

  private TestTls(@Nullable TrustOptions trust, boolean all, Optional<String> algorithm) {
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
