package io.kpigroups.domain;

/**
 * The mark of one state of a group; it changes with every rename and with nothing else.
 *
 * <p>Opaque to all but the store that made it. 1 to 128 characters of printable ASCII without
 * quotation marks, as an entity tag may have (RFC 9110, section 8.8.3).
 *
 * @throws InvalidInput if the value is anything else
 */
public record Revision(String value) {
  public Revision {
    Ids.check(
        "A revision",
        value,
        128,
        c -> c > ' ' && c <= '~' && c != '"',
        "1 to 128 printable ASCII characters without quotation marks");
  }

  /** The revision of a store that counts, from 1. */
  public static Revision of(long number) {
    return new Revision(Long.toString(number));
  }
}
