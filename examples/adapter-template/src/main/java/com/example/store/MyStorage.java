package com.example.store;

import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.out.FavoriteStore;
import io.kpigroups.application.port.out.GroupStore;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.application.port.out.KpiRegistry;
import io.kpigroups.application.port.out.KpiStore;
import io.kpigroups.application.port.out.MembershipStore;
import java.util.Optional;

/**
 * A store to begin from. Its ports ask the domain and do what it says; what is kept and how is
 * {@link MyTables}, which is to be written.
 *
 * <p>It does not offer {@code deletedGroups()} and {@code idempotency()}, so their suites are left
 * out.
 */
public final class MyStorage implements KpiGroupStorage {
  final MyTables tables = new MyTables();

  @Override
  public GroupStore groups() {
    return new MyGroups(tables);
  }

  @Override
  public MembershipStore memberships() {
    return new MyMemberships(tables);
  }

  @Override
  public FavoriteStore favorites() {
    return new MyFavorites(tables);
  }

  @Override
  public KpiStore kpis() {
    return new MyKpis(tables);
  }

  @Override
  public Optional<KpiRegistry> registry() {
    return Optional.of(new MyKpis(tables));
  }

  @Override
  public void prepare() {
    // Make here what takes long, such as tables.
  }

  @Override
  public void checkReady(Deadline deadline) {
    tables.checkReady(deadline);
  }
}
