package io.kpigroups.bootstrap.identity.keys;

import java.security.Key;
import java.util.List;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** Keys for tests. */
public final class TestKeys {
  private TestKeys() {}

  /** A new key for RS256. */
  public static PublicJsonWebKey rsa(String id) {
    try {
      return named(id, RsaJwkGenerator.generateJwk(2048));
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A new key for ES256. */
  public static PublicJsonWebKey ec(@Nullable String id) {
    try {
      return named(id, EcJwkGenerator.generateJwk(EllipticCurves.P256));
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The public keys of these as a key set. */
  public static String jwks(PublicJsonWebKey... keys) {
    return new JsonWebKeySet(keys).toJson();
  }

  /** The keys of a set that a token of this algorithm and key id may be signed with. */
  static List<Key> fitting(KeySet set, String algorithm, @Nullable String keyId) {
    JsonWebSignature token = new JsonWebSignature();
    token.setAlgorithmHeaderValue(algorithm);
    if (keyId != null) {
      token.setKeyIdHeaderValue(keyId);
    }
    try {
      return set.fitting(token);
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PublicJsonWebKey named(@Nullable String id, PublicJsonWebKey key) {
    key.setKeyId(id);
    return key;
  }
}
