package io.kpigroups.adapter.sqlite;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.KpiRegistry;
import io.kpigroups.application.port.out.KpiStore;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiCondition;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.kpi.RegisterEntry;
import io.kpigroups.domain.kpi.RegisterEntry.Effect;
import io.kpigroups.domain.query.KpiField;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.UserId;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The register of KPIs, in the table {@code kpis}. */
final class SqliteKpis implements KpiStore, KpiRegistry {
  private final Database database;

  SqliteKpis(Database database) {
    this.database = database;
  }

  @Override
  public Page<Kpi> list(Call viewer, ListQuery<KpiField> query) {
    String account = viewer.account().value();
    return database.read(
        viewer.deadline(),
        session -> {
          StoredRows<Kpi> rows =
              session.list(
                  ListSql.kpis(query.order()),
                  query.range().limit(),
                  row(viewer.account()),
                  account,
                  StoredRows.asked(query.range(), query.count()),
                  query.range().skip());
          return query.count()
              ? new Page<>(rows.all(), session.number(Sql.COUNT_KPIS, account), query.range())
              : rows.uncounted(query.range());
        });
  }

  @Override
  public Optional<Kpi> find(Call viewer, KpiId id) {
    return database.look(viewer.deadline(), session -> find(session, viewer.account(), id));
  }

  @Override
  public Effect put(Call by, Kpi kpi, KpiCondition expected, AccountLimits limits) {
    String account = by.account().value();
    String owners = kpi.owners().stream().map(UserId::value).collect(Collectors.joining("\n"));
    return database.write(
        by.deadline(),
        session -> {
          Lookup lookup = new Lookup(session);
          RegisterEntry.Effect effect =
              entry(session, by, kpi.id())
                  .put(kpi, expected, () -> lookup.number(Sql.COUNT_KPIS, account), limits);
          boolean isNew = effect == Effect.NEW;
          session.runOne(
              isNew ? Sql.INSERT_KPI : Sql.UPDATE_KPI,
              account,
              kpi.id().value(),
              kpi.name().value(),
              kpi.name().key().value(),
              owners);
          return effect;
        });
  }

  @Override
  public void remove(Call by, KpiId id, KpiCondition expected) {
    database.write(
        by.deadline(),
        session -> {
          RegisterEntry.Effect effect = entry(session, by, id).remove(id, expected);
          session.runOne(Sql.DELETE_KPI, by.account().value(), id.value());
          return effect;
        });
  }

  private static RegisterEntry entry(Session session, Call by, KpiId id) throws SQLException {
    return new RegisterEntry(by.account(), find(session, by.account(), id));
  }

  private static Optional<Kpi> find(Session session, AccountId account, KpiId id)
      throws SQLException {
    return session.rows(Sql.FIND_KPI, row(account), account.value(), id.value()).stream()
        .findFirst();
  }

  private static StoredRows.Row<Kpi> row(AccountId account) {
    return row -> {
      try {
        return Kpi.stored(
            account,
            new KpiId(StoredRows.text(row, 1)),
            Name.stored(StoredRows.text(row, 2)),
            owners(StoredRows.text(row, 3)));
      } catch (InvalidInput e) {
        throw new UnreadableRow("kpis", account.value(), row.getString(1), e);
      }
    };
  }

  private static List<UserId> owners(String lines) {
    return lines.isEmpty()
        ? List.of()
        : Arrays.stream(lines.split("\n", -1)).map(UserId::stored).toList();
  }
}
