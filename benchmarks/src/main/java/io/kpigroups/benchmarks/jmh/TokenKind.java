package io.kpigroups.benchmarks.jmh;

import com.github.benmanes.caffeine.cache.Cache;
import io.kpigroups.adapter.rest.Authenticator;
import io.kpigroups.adapter.rest.BearerToken;
import io.kpigroups.benchmarks.scale.Private;
import io.kpigroups.bootstrap.identity.Identity;
import io.kpigroups.bootstrap.identity.IdentityConfig;
import io.kpigroups.bootstrap.identity.IdentitySettings;
import io.kpigroups.bootstrap.identity.keys.ProviderAccess;
import io.quarkus.proxy.ProxyConfigurationRegistry;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** Tokens of each kind that the service takes, and what verifies them there. */
public enum TokenKind {
  /** With an RSA key of 2,048 bits, as most identity providers have it. */
  RS256(() -> RsaJwkGenerator.generateJwk(2048)),
  /** With an EC key on P-256. */
  ES256(() -> EcJwkGenerator.generateJwk(EllipticCurves.P256));

  private static final String ISSUER = "https://login.example.com/realms/kpi";
  private static final String AUDIENCE = "kpi-groups";

  /** Longer than any benchmark runs. */
  private static final int MINUTES = 24 * 60;

  private final BearerToken token;
  private final Authenticator authenticator;
  private final Cache<?, ?> seen;

  TokenKind(KeyMaker maker) {
    try {
      PublicJsonWebKey key = maker.make();
      key.setKeyId("2026-11");
      token = new BearerToken(signed(name(), key));
      authenticator = authenticator(key);
      authenticator.authenticate(token, Samples.call().deadline());
      Object tokens = Private.field(authenticator, "verified");
      seen = (Cache<?, ?>) Private.field(Private.field(tokens, "current"), "usual");
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A token with what an identity provider puts into it. */
  BearerToken token() {
    return token;
  }

  /** The header field in which the token is sent. */
  String header() {
    return "Bearer " + token.value();
  }

  /** Verifies the token where it is new to it, as the service does where a key is configured. */
  Authenticator authenticator() {
    return authenticator;
  }

  /** Makes the token new to the authenticator again; it takes less than a hundredth of its work. */
  void forget() {
    seen.invalidateAll();
  }

  private static String signed(String algorithm, PublicJsonWebKey key) throws JoseException {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(ISSUER);
    claims.setAudience(AUDIENCE, "account");
    claims.setSubject("auth0|64b7f0a1c2d3e4f5a6b7c8d9");
    claims.setGeneratedJwtId();
    claims.setIssuedAtToNow();
    claims.setExpirationTimeMinutesInTheFuture(MINUTES);
    claims.setStringListClaim("accounts", List.of(Samples.ACCOUNT.value(), "a2"));
    claims.setStringListClaim("permissions", List.of("kpis:read", "kpis:manage", "other:read"));
    JsonWebSignature signature = new JsonWebSignature();
    signature.setAlgorithmHeaderValue(algorithm);
    signature.setKeyIdHeaderValue(key.getKeyId());
    signature.setKey(key.getPrivateKey());
    signature.setPayload(claims.toJson());
    return signature.getCompactSerialization();
  }

  private static Authenticator authenticator(PublicJsonWebKey key) {
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .withSources(
                new PropertiesConfigSource(
                    Map.of(
                        IdentitySettings.PUBLIC_KEY,
                        key.toJson(OutputControlLevel.PUBLIC_ONLY),
                        "mp.jwt.verify.issuer",
                        ISSUER,
                        "mp.jwt.verify.audiences",
                        AUDIENCE),
                    "benchmark",
                    100))
            .withMapping(IdentityConfig.class)
            .build();
    IdentitySettings settings =
        IdentitySettings.of(config, config.getConfigMapping(IdentityConfig.class));
    return Identity.configured(settings, unusedAccess(), Clock.systemUTC()).authenticator();
  }

  /** A key that is configured as text is not fetched from anywhere. */
  private static ProviderAccess unusedAccess() {
    return new ProviderAccess(
        Stub.unused(Vertx.class),
        Stub.unused(TlsConfigurationRegistry.class),
        Stub.unused(ProxyConfigurationRegistry.class));
  }

  @FunctionalInterface
  private interface KeyMaker {
    PublicJsonWebKey make() throws JoseException;
  }
}
