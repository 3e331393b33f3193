package io.kpigroups.domain;

import java.util.List;
import java.util.stream.Stream;

/**
 * A KPI in an account's register: that it exists, what it is called and who owns it.
 *
 * <p>KPIs themselves live in another system; the register tells which of them may be grouped. At
 * most {@link #MAX_OWNERS} owners, each once, in the order given.
 *
 * @throws InvalidInput if there are more owners
 */
public record Kpi(AccountId account, KpiId id, KpiName name, List<UserId> owners) {
  /** The most owners a KPI may have. */
  public static final int MAX_OWNERS = 100;

  public Kpi {
    owners = owners.stream().distinct().toList();
    if (owners.size() > MAX_OWNERS) {
      throw new InvalidInput("A KPI may have at most " + MAX_OWNERS + " owners.");
    }
  }

  /** The mark of what this entry says: two entries of a KPI that say the same have the same. */
  public Revision revision() {
    return Revision.ofContent(
        Stream.concat(Stream.of(name.value()), owners.stream().map(UserId::value)).toList());
  }

  /** This KPI as something that can be grouped. */
  public KpiRef ref() {
    return new KpiRef(account, id);
  }
}
