package io.kpigroups.domain;

/**
 * The name of a KPI group: in normalisation form C, without surrounding white space, 1 to 255 code
 * points, no control characters, line separators or lone surrogates.
 *
 * <p>Two groups of an account may share a name, as in the reference.
 *
 * @throws InvalidInput if nothing of that kind can be made of the value
 */
public record KpiGroupName(String value) {
  public KpiGroupName {
    value = Names.normalise(value);
  }

  /** What this name is sorted and searched by. */
  public NameKey key() {
    return new NameKey(Names.key(value));
  }
}
