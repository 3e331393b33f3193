package com.example.store;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.application.port.out.FavoriteStore;
import io.kpigroups.application.port.out.GroupStore;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.application.port.out.KpiStore;
import io.kpigroups.application.port.out.MembershipStore;

/**
 * A store to begin from. It offers the four ports that every store has, and cannot answer yet.
 *
 * <p>What it can do beyond them it says by {@code registry()}, {@code deletedGroups()} and {@code
 * idempotency()}: the suites of what is not offered are left out.
 */
public final class MyStorage implements KpiGroupStorage {

  @Override
  public GroupStore groups() {
    return new MyGroups();
  }

  @Override
  public MembershipStore memberships() {
    return new MyMemberships();
  }

  @Override
  public FavoriteStore favorites() {
    return new MyFavorites();
  }

  @Override
  public KpiStore kpis() {
    return new MyKpis();
  }

  @Override
  public void prepare() {
    // Make here what takes long, such as tables.
  }

  @Override
  public void checkReady(Deadline deadline) {
    throw cannotAnswer(deadline);
  }

  /** What a port answers until it is written. */
  static StorageUnavailable cannotAnswer(Call call) {
    return cannotAnswer(call.deadline());
  }

  private static StorageUnavailable cannotAnswer(Deadline deadline) {
    deadline.remaining();
    return new StorageUnavailable(
        "The store cannot do this yet.", new UnsupportedOperationException());
  }
}
