package io.kpigroups.domain.value;

import io.kpigroups.domain.failure.InvalidInput;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The version of a group or of an entry in the register. That of a group changes with every rename
 * and with nothing else.
 *
 * <p>Only the store that made it may interpret it. 1 to 128 characters of printable ASCII without
 * quotation marks, as an entity tag may have (RFC 9110, section 8.8.3).
 */
public record Revision(String value) {
  private static final IdRule RULE =
      new IdRule("!!#~", 1, 128, "1 to 128 printable ASCII characters without quotation marks");

  /** The first revision of a group of ours. */
  public static final Revision FIRST = new Revision("1");

  /** Enough of a digest that two texts never have the same by chance. */
  private static final int CONTENT_BYTES = 16;

  /**
   * @throws InvalidInput if the value is anything else
   */
  public Revision {
    RULE.check("A revision", value);
  }

  /** The revision of something whose whole content is these texts, in this order. */
  public static Revision ofContent(List<String> texts) {
    MessageDigest digest = sha256();
    for (String text : texts) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
      digest.update(bytes);
    }
    return new Revision(HexFormat.of().formatHex(digest.digest(), 0, CONTENT_BYTES));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** The revision of a group in a store of our own: counted, from 1. */
  public static Revision of(long number) {
    return number == 1 ? FIRST : new Revision(Long.toString(number));
  }

  /**
   * The number of a group's revision.
   *
   * @throws IllegalStateException if this revision is not a number
   */
  public long number() {
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new IllegalStateException("Only revisions that are counted have a number", e);
    }
  }

  /**
   * The revision after this one.
   *
   * @throws IllegalStateException if this revision is not a number
   */
  public Revision next() {
    return of(number() + 1);
  }
}
