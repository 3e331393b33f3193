package io.kpigroups.domain;

/**
 * The name of a registered KPI; the same rule as for {@link KpiGroupName}.
 *
 * @throws InvalidInput if nothing of that kind can be made of the value
 */
public record KpiName(String value) {
  public KpiName {
    value = Names.normalise(value);
  }

  /** What this name is sorted and searched by. */
  public NameKey key() {
    return new NameKey(Names.key(value));
  }
}
