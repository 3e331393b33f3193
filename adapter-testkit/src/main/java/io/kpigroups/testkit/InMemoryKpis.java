package io.kpigroups.testkit;

import io.kpigroups.application.port.out.KpiStore;
import io.kpigroups.domain.AccountMismatch;
import io.kpigroups.domain.Actor;
import io.kpigroups.domain.Kpi;
import io.kpigroups.domain.KpiGroup;
import io.kpigroups.domain.KpiGroupId;
import io.kpigroups.domain.KpiGroupName;
import io.kpigroups.domain.KpiId;
import io.kpigroups.domain.KpiNotFound;
import io.kpigroups.domain.KpiQuery;
import io.kpigroups.domain.Membership;
import io.kpigroups.domain.Page;
import io.kpigroups.domain.Revision;
import io.kpigroups.domain.Stamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The register of KPIs in memory. */
final class InMemoryKpis implements KpiStore {
  private final Tables tables;

  InMemoryKpis(Tables tables) {
    this.tables = tables;
  }

  @Override
  public Page<Kpi> list(Actor viewer, KpiQuery query) {
    return tables.exclusively(
        () -> {
          AccountRows rows = tables.of(viewer.account());
          List<Kpi> items =
              rows.kpis.values().stream()
                  .sorted(query.comparator())
                  .skip(query.range().skip())
                  .limit(query.range().limit())
                  .toList();
          return new Page<>(items, rows.kpis.size(), query.range());
        });
  }

  @Override
  public Optional<Kpi> find(Actor viewer, KpiId id) {
    return tables.exclusively(() -> Optional.ofNullable(tables.of(viewer.account()).kpis.get(id)));
  }

  @Override
  public Entry put(Actor by, Kpi kpi) {
    checkAccount(by, kpi);
    return tables.exclusively(
        () -> tables.of(by.account()).kpis.put(kpi.id(), kpi) == null ? Entry.NEW : Entry.REPLACED);
  }

  @Override
  public void remove(Actor by, KpiId id) {
    tables.exclusively(
        () ->
            Optional.ofNullable(tables.of(by.account()).kpis.remove(id))
                .orElseThrow(() -> new KpiNotFound(id)));
  }

  /**
   * Checks the accounts by way of a membership, which is where the domain lets KPI and actor meet.
   *
   * @throws AccountMismatch if the KPI is of another account than the actor's
   */
  private static void checkAccount(Actor by, Kpi kpi) {
    KpiGroup group =
        KpiGroup.create(
            by.account(),
            new KpiGroupId("0".repeat(24)),
            new KpiGroupName("any"),
            new Stamp(by.user(), Instant.EPOCH),
            Revision.of(1));
    Membership.of(group, kpi.ref(), by, Instant.EPOCH);
  }
}
