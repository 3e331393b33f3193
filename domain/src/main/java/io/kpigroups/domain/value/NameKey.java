package io.kpigroups.domain.value;

/**
 * The folded form of a name: what it is sorted and searched by, without case and accents.
 *
 * <p>Every store keeps it beside the name and compares it by code point, so that all stores order
 * names alike. {@link #VERSION} is kept with it, because a later version may fold differently.
 */
public record NameKey(String value) implements Comparable<NameKey> {
  /** The version of the folding; a store records it and refuses a newer one than it knows. */
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
