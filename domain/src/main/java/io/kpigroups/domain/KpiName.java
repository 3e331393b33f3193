package io.kpigroups.domain;

import org.jspecify.annotations.Nullable;

/**
 * The name of a registered KPI; the same rule as for {@link KpiGroupName}.
 *
 * @throws InvalidInput if nothing of that kind can be made of the value
 */
public final class KpiName {
  private final String value;

  public KpiName(String value) {
    this(value, false);
  }

  private KpiName(String value, boolean asStored) {
    this.value = asStored ? value : Names.normalise(value);
  }

  /**
   * A name that another system keeps, exactly as it is there, also where this rule would have
   * refused or changed it: what is there already must stay visible and can be renamed.
   */
  public static KpiName stored(String value) {
    return new KpiName(value, true);
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
    return other instanceof KpiName name && name.value.equals(value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return "KpiName[value=" + value + "]";
  }
}
