package io.kpigroups.adapter.sqlite;

import io.kpigroups.application.port.out.KpiStore;
import io.kpigroups.domain.AccountId;
import io.kpigroups.domain.AccountMismatch;
import io.kpigroups.domain.Actor;
import io.kpigroups.domain.InvalidInput;
import io.kpigroups.domain.Kpi;
import io.kpigroups.domain.KpiCondition;
import io.kpigroups.domain.KpiId;
import io.kpigroups.domain.KpiName;
import io.kpigroups.domain.KpiNotFound;
import io.kpigroups.domain.KpiQuery;
import io.kpigroups.domain.Page;
import io.kpigroups.domain.UserId;
import java.sql.SQLException;
import java.util.Arrays;
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
    return database.read(session -> find(session, viewer.account(), id));
  }

  @Override
  public Entry put(Actor by, Kpi kpi, KpiCondition expected) {
    AccountMismatch.check(by.account(), kpi.account());
    Object[] values = {
      by.account().value(),
      kpi.id().value(),
      kpi.name().value(),
      kpi.name().key().value(),
      kpi.owners().stream().map(UserId::value).collect(Collectors.joining("\n"))
    };
    return database.write(
        session -> {
          if (expected.isStated()) {
            expected.check(find(session, by.account(), kpi.id()));
          }
          if (session.run(Sql.UPDATE_KPI, values) == 1) {
            return Entry.REPLACED;
          }
          session.runOne(Sql.INSERT_KPI, values);
          return Entry.NEW;
        });
  }

  @Override
  public void remove(Actor by, KpiId id, KpiCondition expected) {
    database.write(
        session -> {
          if (expected.isStated()) {
            Optional<Kpi> present = find(session, by.account(), id);
            expected.check(Optional.of(present.orElseThrow(() -> new KpiNotFound(id))));
          }
          if (session.run(Sql.DELETE_KPI, by.account().value(), id.value()) == 0) {
            throw new KpiNotFound(id);
          }
          return id;
        });
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
            KpiName.stored(StoredRows.text(row, 2)),
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
