package io.kpigroups.application.port.out;

import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.StorageUnavailable;
import java.util.Map;
import java.util.Optional;

/**
 * A store of everything about KPI groups. An adapter offers one, as a bean with the store's name.
 *
 * <p>For every port in this package: only the account of the call can be seen or changed. A call is
 * atomic: it happens completely or not at all, and every call that starts after it has returned
 * sees it. A deleted group is absent. The caller checks permissions; the domain decides what is
 * refused, on facts that the store gives it. A store that cannot answer within the call's {@link
 * Deadline} throws {@link StorageUnavailable}, or {@link
 * io.kpigroups.application.port.OutcomeUnknown} if a change was sent and even reading again does
 * not show whether it was made. No exception of a driver leaves the store. All methods may be
 * called by many threads at once.
 */
public interface KpiGroupStorage {
  /** The groups themselves. */
  GroupStore groups();

  /** Which KPIs are in which group. */
  MembershipStore memberships();

  /** Who watches which group. */
  FavoriteStore favorites();

  /** The KPIs that are registered. */
  KpiStore kpis();

  /** Changes to the register; empty if it is kept elsewhere. */
  default Optional<KpiRegistry> registry() {
    return Optional.empty();
  }

  /** Which groups were made under which idempotency keys; empty if it cannot keep them. */
  default Optional<IdempotencyStore> idempotency() {
    return Optional.empty();
  }

  /** What was deleted and may be removed for good; empty if it is removed elsewhere. */
  default Optional<DeletedGroups> deletedGroups() {
    return Optional.empty();
  }

  /**
   * Called once at the start, before any other call, without a deadline. A store that cannot be
   * reached yet must prepare itself in the calls that come later, of which {@link #checkReady} is
   * the first: until that passes, the service is not ready. Writes nothing if all is there.
   *
   * @throws StorageUnavailable if the store cannot be reached yet; the service starts unready
   * @throws RuntimeException of any other kind if the store can never be used like this, saying
   *     what to do; the service does not start
   */
  void prepare();

  /**
   * Throws if the store cannot be used now. Must not wait for writers and must change nothing, but
   * prepare what {@link #prepare} could not.
   *
   * @throws StorageUnavailable if it cannot, saying why
   */
  void checkReady(Deadline deadline);

  /**
   * What else an operator should know of the store's health, by name. Shown with the readiness
   * without deciding it. Must answer at once, and contain no secret.
   */
  default Map<String, String> healthData() {
    return Map.of();
  }
}
