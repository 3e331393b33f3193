package io.kpigroups.domain;

/**
 * A named group of KPIs in one account. Immutable: what changes it returns a new one.
 *
 * <p>Only a rename changes {@code modified} and {@code revision}; members and favorites never do.
 */
public record KpiGroup(
    AccountId account,
    KpiGroupId id,
    KpiGroupName name,
    Stamp created,
    Stamp modified,
    Revision revision) {

  /** A new group; it counts as modified when it was created, by who created it. */
  public static KpiGroup create(
      AccountId account, KpiGroupId id, KpiGroupName name, Stamp created, Revision first) {
    return new KpiGroup(account, id, name, created, created, first);
  }

  /**
   * Returns the group under a new name, in revision {@code next}; this very group if it has that
   * name already, since a rename to the same name changes nothing.
   *
   * <p>It counts as modified when it was created at the earliest, also where the clock went back.
   */
  public KpiGroup rename(KpiGroupName newName, Stamp modification, Revision next) {
    return newName.equals(name)
        ? this
        : new KpiGroup(account, id, newName, created, modification.notBefore(created.at()), next);
  }
}
