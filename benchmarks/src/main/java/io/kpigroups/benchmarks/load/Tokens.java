package io.kpigroups.benchmarks.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** An issuer of tokens, with a key of its own: RS256, RSA of 2,048 bits. */
public final class Tokens {
  private static final List<String> ALL = List.of("kpis:read", "kpis:manage");

  private final KeyPair keys;

  private Tokens(KeyPair keys) {
    this.keys = keys;
  }

  /** An issuer with a new key. */
  public static Tokens issuer() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return new Tokens(generator.generateKeyPair());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every JDK has RSA.", e);
    }
  }

  /** Writes the public key as PEM. */
  public Path writePublicKey(Path file) throws IOException {
    String encoded =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
            .encodeToString(keys.getPublic().getEncoded());
    return Files.writeString(
        file, "-----BEGIN PUBLIC KEY-----\n" + encoded + "\n-----END PUBLIC KEY-----\n");
  }

  /** A token for a day that may do everything in the accounts. */
  public String token(String user, String... accounts) {
    return token(user, List.of(accounts), ALL, Duration.ofDays(1));
  }

  /** A token; one that has expired if its time is negative. */
  public String token(
      String user, List<String> accounts, List<String> permissions, Duration validity) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer("https://issuer.example.com");
    claims.setSubject(user);
    claims.setGeneratedJwtId();
    NumericDate now = NumericDate.now();
    claims.setIssuedAt(NumericDate.fromSeconds(now.getValue() + Math.min(0, validity.toSeconds())));
    claims.setExpirationTime(NumericDate.fromSeconds(now.getValue() + validity.toSeconds()));
    claims.setStringListClaim("accounts", accounts);
    claims.setStringListClaim("permissions", permissions);
    JsonWebSignature signature = new JsonWebSignature();
    signature.setPayload(claims.toJson());
    signature.setKey(keys.getPrivate());
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
    signature.setHeader("typ", "JWT");
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }
}
