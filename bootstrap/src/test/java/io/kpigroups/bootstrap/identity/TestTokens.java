package io.kpigroups.bootstrap.identity;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Consumer;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Tokens, settings and a clock for tests. */
final class TestTokens {
  static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  private TestTokens() {}

  /** A good token of the user {@code ann}. */
  static String token(PublicJsonWebKey key) {
    return token(key, claims -> {});
  }

  static String token(PublicJsonWebKey key, Consumer<JwtClaims> change) {
    String algorithm = key.getKeyType().equals("RSA") ? "RS256" : "ES256";
    return sign(algorithm, key.getKeyId(), key.getPrivateKey(), change);
  }

  static String sign(String algorithm, String keyId, Key key, Consumer<JwtClaims> change) {
    JwtClaims claims = new JwtClaims();
    claims.setSubject("ann");
    claims.setExpirationTime(NumericDate.fromSeconds(NOW.plusSeconds(600).getEpochSecond()));
    claims.setStringListClaim("accounts", "a1", "a2");
    claims.setStringListClaim("permissions", "kpis:read");
    change.accept(claims);
    JsonWebSignature signature = new JsonWebSignature();
    signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
    signature.setAlgorithmHeaderValue(algorithm);
    signature.setKeyIdHeaderValue(keyId);
    signature.setKey(algorithm.equals("none") ? null : key);
    signature.setDoKeyValidation(false);
    signature.setPayload(claims.toJson());
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  static IdentitySettings settings(Map<String, String> values) {
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(values, "test", 100))
            .withMapping(IdentityConfig.class)
            .build();
    return IdentitySettings.of(config, config.getConfigMapping(IdentityConfig.class));
  }

  static MovingClock clock() {
    return new MovingClock();
  }

  /** Stands still until it is moved. */
  static final class MovingClock extends Clock {
    private volatile Instant now = NOW;

    void move(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
