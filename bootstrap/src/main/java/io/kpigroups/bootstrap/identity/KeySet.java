package io.kpigroups.bootstrap.identity;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Optional;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * Public keys for RS256 and ES256, whatever else the text held that they were read from.
 *
 * <p>A key's type decides the algorithm that it is for, never the token: so a public key cannot be
 * passed off as the secret of an HMAC.
 */
record KeySet(List<Entry> entries) implements VerificationKeys {
  /** RSA signatures with SHA-256. */
  static final String RS256 = AlgorithmIdentifiers.RSA_USING_SHA256;

  /** Signatures with SHA-256 on the curve P-256. */
  static final String ES256 = AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256;

  /** The shortest RSA key of RFC 7518, section 3.3. */
  static final int RSA_BITS = 2048;

  /** A key, the one algorithm that it is for, and its id if it has one. */
  record Entry(PublicKey key, String algorithm, Optional<String> id) {}

  KeySet {
    entries = List.copyOf(entries);
  }

  @Override
  public List<PublicKey> fitting(String algorithm, Optional<String> keyId) {
    return entries.stream()
        .filter(entry -> entry.algorithm().equals(algorithm))
        .filter(entry -> keyId.isEmpty() || entry.id().isEmpty() || entry.id().equals(keyId))
        .map(Entry::key)
        .toList();
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** Whether a key is shorter than it may be; no token that it signed would be taken. */
  boolean hasShortKey() {
    return entries.stream().map(Entry::key).anyMatch(KeySet::isShort);
  }

  /**
   * Reads a JWK, a JWKS, or a public key in PEM; keys of other kinds and uses are left out.
   *
   * @throws JoseException if the text is none of these
   */
  static KeySet parse(String text) throws JoseException {
    if (!text.strip().startsWith("{")) {
      return new KeySet(entry(PemKeys.parse(text), Optional.empty()).stream().toList());
    }
    try {
      List<JsonWebKey> keys =
          JsonUtil.parseJson(text).containsKey("keys")
              ? new JsonWebKeySet(text).getJsonWebKeys()
              : List.of(JsonWebKey.Factory.newJwk(text));
      return new KeySet(keys.stream().flatMap(key -> entry(key).stream()).toList());
    } catch (ClassCastException e) {
      throw new JoseException("A member has not the type that RFC 7517 gives it.", e);
    }
  }

  private static Optional<Entry> entry(JsonWebKey jwk) {
    boolean forSignatures = jwk.getUse() == null || jwk.getUse().equals("sig");
    if (!forSignatures || !(jwk.getKey() instanceof PublicKey key)) {
      return Optional.empty();
    }
    return entry(key, Optional.ofNullable(jwk.getKeyId()))
        .filter(entry -> jwk.getAlgorithm() == null || jwk.getAlgorithm().equals(entry.algorithm));
  }

  private static Optional<Entry> entry(PublicKey key, Optional<String> id) {
    if (key instanceof RSAPublicKey) {
      return Optional.of(new Entry(key, RS256, id));
    }
    boolean p256 =
        key instanceof ECPublicKey ec
            && EllipticCurves.P_256.equals(EllipticCurves.getName(ec.getParams().getCurve()));
    return p256 ? Optional.of(new Entry(key, ES256, id)) : Optional.empty();
  }

  private static boolean isShort(PublicKey key) {
    return key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < RSA_BITS;
  }
}
