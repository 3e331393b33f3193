package io.kpigroups.bootstrap.identity.keys;

import io.kpigroups.application.port.Deadline;
import java.security.Key;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.SimpleJwkFilter;
import org.jose4j.jwk.Use;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EcKeyUtil;
import org.jose4j.keys.RsaKeyUtil;
import org.jose4j.lang.JoseException;

/**
 * Public keys for RS256 and ES256.
 *
 * <p>Each key is for the one algorithm of its type, whatever a token says: so a public key cannot
 * be used as the secret of an HMAC.
 *
 * @param keys RSA keys and EC keys on P-256, none of them for encryption or another algorithm
 */
public record KeySet(List<JsonWebKey> keys) implements VerificationKeys {
  /** RSA signatures with SHA-256. */
  public static final String RS256 = AlgorithmIdentifiers.RSA_USING_SHA256;

  /** Signatures with SHA-256 on the curve P-256. */
  public static final String ES256 = AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256;

  /** The shortest RSA key of RFC 7518, section 3.3. */
  static final int RSA_BITS = 2048;

  /** The longest text of keys that is read, in bytes. */
  static final int MAX_BYTES = 256 * 1024;

  private static final Logger LOG = Logger.getLogger(KeySet.class);

  public KeySet {
    keys = List.copyOf(keys);
  }

  /**
   * Reads a JWKS, a JWK, or a public key in PEM, whose line breaks may be missing. Keys for other
   * algorithms and uses are left out, and so is what is no key, with a line in the log.
   *
   * @param what what the text is, to begin that line with
   * @throws IllegalArgumentException if there is no key for RS256 or ES256
   */
  static KeySet parse(String what, String text) {
    List<?> entries = entries(text);
    List<JsonWebKey> read = read(entries);
    KeySet set = new KeySet(read.stream().filter(KeySet::isUsable).toList());
    if (set.keys().isEmpty()) {
      throw new IllegalArgumentException("There is no key for RS256 or ES256.");
    }
    int broken = entries.size() - read.size();
    if (broken > 0) {
      LOG.warn(what + ": " + broken + " of " + entries.size() + " entries are no keys; left out.");
    }
    return set;
  }

  /**
   * The keys that a token may be signed with, by its algorithm and key id. A key without an id fits
   * every id, and a token without one fits every key.
   */
  public List<Key> fitting(JsonWebSignature token) throws JoseException {
    SimpleJwkFilter filter = new SimpleJwkFilter();
    filter.setKty(token.getKeyType());
    if (token.getKeyIdHeaderValue() != null) {
      filter.setKid(token.getKeyIdHeaderValue(), SimpleJwkFilter.OMITTED_OKAY);
    }
    return filter.filter(keys).stream().map(JsonWebKey::getKey).toList();
  }

  /** Whether a key is shorter than it may be; no token that it signed would be taken. */
  boolean hasShortKey() {
    return keys.stream()
        .map(JsonWebKey::getKey)
        .anyMatch(
            key -> key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < RSA_BITS);
  }

  @Override
  public KeySet known(Deadline deadline) {
    return this;
  }

  private static List<?> entries(String text) {
    try {
      Map<String, Object> json =
          text.strip().startsWith("{")
              ? JsonUtil.parseJson(text)
              : PublicJsonWebKey.Factory.newPublicJwk(pem(text))
                  .toParams(OutputControlLevel.PUBLIC_ONLY);
      return json.getOrDefault("keys", List.of(json)) instanceof List<?> list ? list : List.of();
    } catch (JoseException | InvalidKeySpecException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("It is neither JSON nor a public key in PEM.");
    }
  }

  /** PEM does not say which type its key is of. */
  private static PublicKey pem(String text) throws JoseException, InvalidKeySpecException {
    try {
      return new RsaKeyUtil().fromPemEncoded(text);
    } catch (InvalidKeySpecException e) {
      return new EcKeyUtil().fromPemEncoded(text);
    }
  }

  /** The library leaves out objects that are no keys, but fails at entries that are no objects. */
  private static List<JsonWebKey> read(List<?> entries) {
    List<?> objects = entries.stream().filter(Map.class::isInstance).toList();
    try {
      return new JsonWebKeySet(JsonUtil.toJson(Map.of("keys", objects))).getJsonWebKeys();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isUsable(JsonWebKey key) {
    boolean isForSignatures = key.getUse() == null || key.getUse().equals(Use.SIGNATURE);
    boolean isEc = key instanceof EllipticCurveJsonWebKey ec && ec.getCurveName().equals("P-256");
    String algorithm = isEc ? ES256 : RS256;
    return isForSignatures
        && (isEc || key instanceof RsaJsonWebKey)
        && (key.getAlgorithm() == null || key.getAlgorithm().equals(algorithm));
  }
}
