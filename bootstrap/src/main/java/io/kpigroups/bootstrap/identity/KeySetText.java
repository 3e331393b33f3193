package io.kpigroups.bootstrap.identity;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/**
 * What a text of keys says: a JWK, a JWKS, or a public key in PEM. Keys of other kinds and uses are
 * left out.
 *
 * @param broken which entries of the set are no keys at all, counted from 1; the others count
 *     nevertheless
 */
record KeySetText(KeySet keys, List<Integer> broken) {
  /** The longest text that is read, in bytes. */
  static final int LONGEST = 256 * 1024;

  private static final String KEYS = "keys";

  KeySetText {
    broken = List.copyOf(broken);
  }

  /**
   * Reads a text.
   *
   * @throws JoseException if it is neither a key nor a set of keys
   */
  static KeySetText read(String text) throws JoseException {
    if (!text.strip().startsWith("{")) {
      return whole(KeySet.Entry.of(PemKeys.parse(text), Optional.empty()));
    }
    try {
      Map<String, Object> json = JsonUtil.parseJson(text);
      return json.containsKey(KEYS)
          ? set(json.get(KEYS))
          : whole(entry(JsonWebKey.Factory.newJwk(text)));
    } catch (ClassCastException e) {
      throw new JoseException("A member has not the type that RFC 7517 gives it.", e);
    }
  }

  /** Says in the log that something was left out, if it was. */
  void tellBroken(Logger log, String what) {
    if (!broken.isEmpty()) {
      String places = broken.stream().map(String::valueOf).collect(Collectors.joining(", "));
      log.warn(what + " has entries that are no keys and are left out: no. " + places + ".");
    }
  }

  private static KeySetText whole(Optional<KeySet.Entry> entry) {
    return new KeySetText(new KeySet(entry.stream().toList()), List.of());
  }

  private static KeySetText set(Object keys) throws JoseException {
    if (!(keys instanceof List<?> list)) {
      throw new JoseException("What should be the list of keys is none.");
    }
    List<KeySet.Entry> entries = new ArrayList<>();
    List<Integer> broken = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      List<JsonWebKey> read = keysIn(list.get(i));
      read.forEach(key -> entry(key).ifPresent(entries::add));
      if (read.isEmpty()) {
        broken.add(i + 1);
      }
    }
    return new KeySetText(new KeySet(entries), broken);
  }

  /** The library leaves objects out that are no keys, but fails at what is no object. */
  private static List<JsonWebKey> keysIn(Object entry) throws JoseException {
    return entry instanceof Map<?, ?>
        ? new JsonWebKeySet(JsonUtil.toJson(Map.of(KEYS, List.of(entry)))).getJsonWebKeys()
        : List.of();
  }

  private static Optional<KeySet.Entry> entry(JsonWebKey jwk) {
    boolean forSignatures = jwk.getUse() == null || jwk.getUse().equals("sig");
    if (!forSignatures || !(jwk.getKey() instanceof PublicKey key)) {
      return Optional.empty();
    }
    return KeySet.Entry.of(key, Optional.ofNullable(jwk.getKeyId()))
        .filter(
            entry -> jwk.getAlgorithm() == null || jwk.getAlgorithm().equals(entry.algorithm()));
  }
}
