package io.kpigroups.adapter.sqlite;

import io.kpigroups.application.port.out.KpiStore;
import io.kpigroups.domain.AccountId;
import io.kpigroups.domain.Actor;
import io.kpigroups.domain.Favorite;
import io.kpigroups.domain.Kpi;
import io.kpigroups.domain.KpiGroup;
import io.kpigroups.domain.KpiGroupId;
import io.kpigroups.domain.KpiGroupName;
import io.kpigroups.domain.KpiId;
import io.kpigroups.domain.KpiName;
import io.kpigroups.domain.KpiNotFound;
import io.kpigroups.domain.KpiQuery;
import io.kpigroups.domain.Page;
import io.kpigroups.domain.Revision;
import io.kpigroups.domain.Stamp;
import io.kpigroups.domain.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The register of KPIs, in the table {@code kpis}. */
final class SqliteKpis implements KpiStore {
  private final Database database;

  SqliteKpis(Database database) {
    this.database = database;
  }

  @Override
  public Page<Kpi> list(Actor viewer, KpiQuery query) {
    String account = viewer.account().value();
    return database.read(
        session -> {
          List<Kpi> kpis =
              session.rows(
                  ListSql.kpis(query.order()),
                  row(viewer.account()),
                  account,
                  query.range().limit(),
                  query.range().skip());
          return new Page<>(kpis, session.number(Sql.COUNT_KPIS, account), query.range());
        });
  }

  @Override
  public Optional<Kpi> find(Actor viewer, KpiId id) {
    AccountId account = viewer.account();
    return database.read(
        session ->
            session.rows(Sql.FIND_KPI, row(account), account.value(), id.value()).stream()
                .findFirst());
  }

  @Override
  public Entry put(Actor by, Kpi kpi) {
    checkAccount(by, kpi);
    Object[] values = {
      by.account().value(),
      kpi.id().value(),
      kpi.name().value(),
      kpi.name().key().value(),
      kpi.owners().stream().map(UserId::value).collect(Collectors.joining("\n"))
    };
    return database.write(
        session -> {
          if (session.run(Sql.UPDATE_KPI, values) == 1) {
            return Entry.REPLACED;
          }
          session.runOne(Sql.INSERT_KPI, values);
          return Entry.NEW;
        });
  }

  /** By way of a favorite on a group of the KPI's account: the domain checks what it makes. */
  private static void checkAccount(Actor by, Kpi kpi) {
    Stamp anyTime = new Stamp(by.user(), Instant.EPOCH);
    KpiGroupId anyId = new KpiGroupId("0".repeat(24));
    Favorite.of(
        KpiGroup.create(kpi.account(), anyId, new KpiGroupName("any"), anyTime, Revision.of(1)),
        by);
  }

  @Override
  public void remove(Actor by, KpiId id) {
    database.write(
        session -> {
          if (session.run(Sql.DELETE_KPI, by.account().value(), id.value()) == 0) {
            throw new KpiNotFound(id);
          }
          return id;
        });
  }

  private static Session.Row<Kpi> row(AccountId account) {
    return row ->
        new Kpi(
            account,
            new KpiId(row.getString(1)),
            new KpiName(row.getString(2)),
            row.getString(3).lines().map(UserId::new).toList());
  }
}
