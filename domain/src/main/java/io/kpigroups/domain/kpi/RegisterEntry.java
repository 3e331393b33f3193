package io.kpigroups.domain.kpi;

import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.failure.AccountMismatch;
import io.kpigroups.domain.failure.KpiNotFound;
import io.kpigroups.domain.failure.LimitReached;
import io.kpigroups.domain.failure.StaleRevision;
import io.kpigroups.domain.value.AccountId;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * One KPI in the register of an account, and the rules of entering and removing it.
 *
 * @param account the account whose register it is
 * @param present the entry that is there, if any
 */
public record RegisterEntry(AccountId account, Optional<Kpi> present) {
  /** What becomes of the entry. */
  public enum Effect {
    /** It is there, and was not. */
    NEW,
    /** It replaces the whole entry that was there. */
    REPLACED,
    /** It is removed. */
    REMOVED
  }

  /**
   * Decides whether the register gets this entry.
   *
   * @param registered counts the entries of the register; called only if needed
   * @throws AccountMismatch if the KPI is of another account
   * @throws StaleRevision if what is there is not as expected
   * @throws LimitReached if the register is full and this KPI is not in it
   */
  public Effect put(Kpi kpi, KpiCondition expected, LongSupplier registered, AccountLimits limits) {
    if (!kpi.account().equals(account)) {
      throw new AccountMismatch();
    }
    expected.check(present);
    if (present.isPresent()) {
      return Effect.REPLACED;
    }
    if (registered.getAsLong() >= limits.kpisPerAccount()) {
      throw LimitReached.kpis(limits.kpisPerAccount());
    }
    return Effect.NEW;
  }

  /**
   * Decides whether the KPI may be taken out of the register.
   *
   * @throws KpiNotFound if it has none
   * @throws StaleRevision if what is there is not as expected
   */
  public Effect remove(KpiId id, KpiCondition expected) {
    if (present.isEmpty()) {
      throw new KpiNotFound(id.value());
    }
    expected.check(present);
    return Effect.REMOVED;
  }
}
