package io.kpigroups.bootstrap.service.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** Signs tokens for the service under test, as its identity provider would. */
public final class Tokens {
  public static final String ISSUER = "https://identity.test";
  public static final String AUDIENCE = "kpi-groups";

  private static final PublicJsonWebKey EC = named("ec", generateEc());
  private static final PublicJsonWebKey RSA = named("rsa", generateRsa());
  private static final PublicJsonWebKey STRANGER = named("ec", generateEc());

  private Tokens() {}

  /** What the service is told to verify tokens with. */
  public static Map<String, String> settings() {
    String keys = new JsonWebKeySet(EC, RSA).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    try {
      Path file = Files.createTempFile("kpi-groups-it-keys", ".json");
      file.toFile().deleteOnExit();
      return Map.of(
          "mp.jwt.verify.publickey.location",
          Files.writeString(file, keys).toString(),
          "mp.jwt.verify.issuer",
          ISSUER,
          "mp.jwt.verify.audiences",
          AUDIENCE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The claims of a good token, which holds for longer than any test takes. */
  public static JwtClaims claims(String user, List<String> accounts, List<String> permissions) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(ISSUER);
    claims.setAudience(AUDIENCE);
    claims.setSubject(user);
    claims.setExpirationTimeMinutesInTheFuture(24 * 60);
    claims.setStringListClaim("accounts", accounts);
    claims.setStringListClaim("permissions", permissions);
    return claims;
  }

  public static String es256(JwtClaims claims) {
    return sign(claims, EC, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
  }

  public static String rs256(JwtClaims claims) {
    return sign(claims, RSA, AlgorithmIdentifiers.RSA_USING_SHA256);
  }

  public static String byAStranger(JwtClaims claims) {
    return sign(claims, STRANGER, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
  }

  public static String unsigned(JwtClaims claims) {
    JsonWebSignature jws = new JsonWebSignature();
    jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
    jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
    jws.setPayload(claims.toJson());
    return serialize(jws);
  }

  /** The classic confusion: HMAC with the bytes of the public key. */
  public static String hmacWithThePublicKey(JwtClaims claims) {
    JsonWebSignature jws = new JsonWebSignature();
    jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
    jws.setKeyIdHeaderValue(RSA.getKeyId());
    jws.setKey(new HmacKey(RSA.getKey().getEncoded()));
    jws.setPayload(claims.toJson());
    return serialize(jws);
  }

  /** A token whose header says this. */
  public static String withHeader(String json) {
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    String header = base64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    return header + "." + base64.encodeToString("{}".getBytes(StandardCharsets.UTF_8)) + ".AAAA";
  }

  private static String sign(JwtClaims claims, PublicJsonWebKey key, String algorithm) {
    JsonWebSignature jws = new JsonWebSignature();
    jws.setAlgorithmHeaderValue(algorithm);
    jws.setKeyIdHeaderValue(key.getKeyId());
    jws.setKey(key.getPrivateKey());
    jws.setPayload(claims.toJson());
    return serialize(jws);
  }

  private static String serialize(JsonWebSignature jws) {
    try {
      return jws.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PublicJsonWebKey named(String id, PublicJsonWebKey key) {
    key.setKeyId(id);
    return key;
  }

  private static PublicJsonWebKey generateEc() {
    try {
      return EcJwkGenerator.generateJwk(EllipticCurves.P256);
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PublicJsonWebKey generateRsa() {
    try {
      return RsaJwkGenerator.generateJwk(2048);
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }
}
