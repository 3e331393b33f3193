package io.kpigroups.bootstrap.identity;

import io.kpigroups.application.port.Deadline;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Optional;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.keys.EllipticCurves;

/**
 * Public keys for RS256 and ES256.
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
  record Entry(PublicKey key, String algorithm, Optional<String> id) {

    /** The entry of a key; empty if it is for neither of our algorithms. */
    static Optional<Entry> of(PublicKey key, Optional<String> id) {
      if (key instanceof RSAPublicKey) {
        return Optional.of(new Entry(key, RS256, id));
      }
      boolean p256 =
          key instanceof ECPublicKey ec
              && EllipticCurves.P_256.equals(EllipticCurves.getName(ec.getParams().getCurve()));
      return p256 ? Optional.of(new Entry(key, ES256, id)) : Optional.empty();
    }
  }

  KeySet {
    entries = List.copyOf(entries);
  }

  @Override
  public KeySet known(Deadline deadline) {
    return this;
  }

  @Override
  public KeySet newerThan(KeySet seen, Deadline deadline) {
    return this;
  }

  /**
   * The keys that a token of this algorithm and key id may be verified with. A key without an id
   * fits every id, and a token without one every key.
   */
  List<PublicKey> fitting(String algorithm, Optional<String> keyId) {
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

  private static boolean isShort(PublicKey key) {
    return key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < RSA_BITS;
  }
}
