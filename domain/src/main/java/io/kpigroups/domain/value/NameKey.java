package io.kpigroups.domain.value;

/**
 * The key by which a name is sorted and searched: without case and accents.
 *
 * <p>Stores keep it beside the name and compare it by code point, so that all of them sort alike.
 * They also keep {@link #VERSION}, because a later version may make other keys.
 */
public record NameKey(String value) implements Comparable<NameKey> {
  /** The version of how keys are made; a store refuses data with a newer one. */
  public static final int VERSION = 1;

  @Override
  public int compareTo(NameKey other) {
    int i = 0;
    int shorter = Math.min(value.length(), other.value.length());
    while (i < shorter && value.charAt(i) == other.value.charAt(i)) {
      i++;
    }
    if (i == shorter) {
      return Integer.compare(value.length(), other.value.length());
    }
    char mine = value.charAt(i);
    char theirs = other.value.charAt(i);
    if (Character.isSurrogate(mine) != Character.isSurrogate(theirs)) {
      return Character.isSurrogate(mine) ? 1 : -1; // beyond U+FFFF sorts behind all of the BMP
    }
    return Character.compare(mine, theirs);
  }
}
