package io.kpigroups.domain;

import org.jspecify.annotations.Nullable;

/**
 * The name of a KPI group: in normalisation form C, without surrounding white space, 1 to 255 code
 * points, of which one at least can be seen; no control characters, line separators, lone
 * surrogates, non-characters, or bidirectional embeddings and overrides.
 *
 * <p>Two groups of an account may share a name, as in the reference.
 *
 * @throws InvalidInput if nothing of that kind can be made of the value
 */
public final class KpiGroupName {
  private final String value;

  public KpiGroupName(String value) {
    this(value, false);
  }

  private KpiGroupName(String value, boolean asStored) {
    this.value = asStored ? value : Names.normalise(value);
  }

  /**
   * A name that another system keeps, exactly as it is there, also where this rule would have
   * refused or changed it: what is there already must stay visible and can be renamed.
   */
  public static KpiGroupName stored(String value) {
    return new KpiGroupName(value, true);
  }

  public String value() {
    return value;
  }

  /** What this name is sorted and searched by. */
  public NameKey key() {
    return new NameKey(Names.key(value));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof KpiGroupName name && name.value.equals(value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return "KpiGroupName[value=" + value + "]";
  }
}
