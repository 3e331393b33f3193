package io.kpigroups.domain.value;

import java.util.Arrays;

/**
 * The key by which a name is sorted: without case and accents.
 *
 * <p>Stores keep it beside the name and compare it by code point, so that all of them sort alike.
 * They also keep {@link #VERSION}, because a later version may make other keys.
 */
public record NameKey(String value) implements Comparable<NameKey> {
  /** The version of how keys are made; a store refuses data with a newer one. */
  public static final int VERSION = 1;

  @Override
  public int compareTo(NameKey other) {
    return Arrays.compare(value.codePoints().toArray(), other.value.codePoints().toArray());
  }
}
