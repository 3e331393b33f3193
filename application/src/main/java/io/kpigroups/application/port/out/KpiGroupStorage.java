package io.kpigroups.application.port.out;

import io.kpigroups.domain.StorageUnavailable;
import java.util.Map;

/**
 * A store: all that KPI groups need kept, in one place. An adapter offers one of these under its
 * name.
 *
 * <p>What holds for every port in this package: nothing of another account than the actor's can be
 * seen or changed; a call is atomic, so that it happens wholly or not at all and is visible to
 * every call that starts after it returned; a deleted group is absent. Permissions are checked by
 * the caller. A store that cannot answer within the {@link io.kpigroups.application.port.Deadline}
 * throws {@link StorageUnavailable}; if it had sent a create, rename or delete of a group and lost
 * the answer, {@link io.kpigroups.domain.OutcomeUnknown}. No exception of a driver comes out. All
 * methods may be called by many threads at once.
 */
public interface KpiGroupStorage {
  /** The groups themselves. */
  GroupStore groups();

  /** Which KPIs are in which group. */
  MembershipStore memberships();

  /** Who watches which group. */
  FavoriteStore favorites();

  /** The register of KPIs. */
  KpiStore kpis();

  /** What was deleted and may be removed for good. */
  DeletedGroups deletedGroups();

  /**
   * Called once at the start, before any other call and without a deadline: the place for what may
   * take long, such as making indexes. A store that cannot be reached yet must catch up by itself.
   *
   * @throws StorageUnavailable if the store cannot be reached yet; the service starts unready
   * @throws RuntimeException of any other kind if the store can never be used as it is, saying what
   *     to do; the service does not start
   */
  default void prepare() {
    checkReady();
  }

  /**
   * Returns if the store can be worked with now.
   *
   * @throws StorageUnavailable if it cannot, saying why
   */
  void checkReady();

  /**
   * What else an operator should know of the store's health, by name: shown with its readiness, and
   * no reason to be unready. Must not wait for long, and hold nothing that is secret.
   */
  default Map<String, String> healthData() {
    return Map.of();
  }
}
