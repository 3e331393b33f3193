package io.kpigroups.bootstrap.identity;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jose4j.lang.JoseException;

/**
 * Public keys in PEM (RFC 7468). Line breaks may be missing, since environment variables often lose
 * them.
 */
final class PemKeys {
  private static final Pattern PUBLIC_KEY =
      Pattern.compile("-----BEGIN PUBLIC KEY-----([^-]*)-----END PUBLIC KEY-----");

  private PemKeys() {}

  /**
   * Reads an RSA or EC key.
   *
   * @throws JoseException if the text is none
   */
  static PublicKey parse(String text) throws JoseException {
    Matcher pem = PUBLIC_KEY.matcher(text);
    if (!pem.find()) {
      throw new JoseException("It is neither JSON nor a public key in PEM.");
    }
    String body = pem.group(1);
    return Stream.of("RSA", "EC")
        .flatMap(type -> key(type, body).stream())
        .findFirst()
        .orElseThrow(() -> new JoseException("It holds no RSA or EC key."));
  }

  private static Optional<PublicKey> key(String type, String body) {
    try {
      byte[] der = Base64.getMimeDecoder().decode(body);
      return Optional.of(KeyFactory.getInstance(type).generatePublic(new X509EncodedKeySpec(der)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
