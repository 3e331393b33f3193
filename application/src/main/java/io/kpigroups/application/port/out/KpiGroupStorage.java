package io.kpigroups.application.port.out;

import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.StorageUnavailable;
import java.util.Map;
import java.util.Optional;

/**
 * A store: all that KPI groups need kept, in one place. An adapter offers one of these under its
 * name.
 *
 * <p>What holds for every port in this package: nothing of another account than the call's can be
 * seen or changed; a call is atomic, so that it happens wholly or not at all and is visible to
 * every call that starts after it returned; a deleted group is absent. Permissions are checked by
 * the caller; what is refused, and why, the domain decides on facts that the store gives it. A
 * store that cannot answer within the call's {@link Deadline} throws {@link StorageUnavailable}; if
 * a change was sent and not even a look tells whether it was made, {@link
 * io.kpigroups.application.port.OutcomeUnknown}. No exception of a driver comes out. All methods
 * may be called by many threads at once.
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
  Optional<KpiRegistry> registry();

  /** What was deleted and may be removed for good; empty if it is removed elsewhere. */
  Optional<DeletedGroups> deletedGroups();

  /**
   * Called once at the start, before any other call and without a deadline. A store that cannot be
   * reached yet must catch up by itself.
   *
   * @throws StorageUnavailable if the store cannot be reached yet; the service starts unready
   * @throws RuntimeException of any other kind if the store can never be used as it is, saying what
   *     to do; the service does not start
   */
  void prepare();

  /**
   * Returns if the store can be worked with now. It waits for no writer and changes nothing.
   *
   * @throws StorageUnavailable if it cannot, saying why
   */
  void checkReady(Deadline deadline);

  /**
   * What else an operator should know of the store's health, by name: shown with its readiness, and
   * no reason to be unready. Must not wait for long, and hold nothing that is secret.
   */
  default Map<String, String> healthData() {
    return Map.of();
  }
}
