package io.kpigroups.adapter.sqlite.store;

import static io.kpigroups.adapter.sqlite.connection.QueryResult.text;
import static io.kpigroups.adapter.sqlite.store.Statements.named;

import io.kpigroups.adapter.sqlite.connection.Database;
import io.kpigroups.adapter.sqlite.connection.PooledConnection;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.KpiRegistry;
import io.kpigroups.application.port.out.KpiStore;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.access.Actor;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiCondition;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.kpi.RegisterEntry;
import io.kpigroups.domain.query.KpiField;
import io.kpigroups.domain.query.KpiFilter;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The register of KPIs, in the table {@code kpis}. */
public record SqliteKpis(Database database) implements KpiStore, KpiRegistry {
  static final String SELECT = named("kpis");
  static final String FIND = SELECT + "WHERE k.account_id = ?1 AND k.id = ?2";
  static final String COUNT = named("count kpis");

  private static final String OF_ACCOUNT = "WHERE k.account_id = ?2";
  private static final String FILTERED = OF_ACCOUNT + named("kpi filter");

  /** A list of those that pass the filter, if {@code viewer} asks. */
  static ListStatement<KpiField, Kpi> list(KpiFilter filter, Actor viewer) {
    if (filter.equals(KpiFilter.ALL)) {
      return list(new Sql(OF_ACCOUNT), new Sql(COUNT));
    }
    Sql filtered =
        new Sql(
            FILTERED,
            filter.search().map(text -> text.key().value()).orElse(""),
            filter.owner().map(owner -> owner.user(viewer).value()).orElse(""),
            filter.ungrouped());
    return list(filtered, filtered.in("SELECT count(*) FROM kpis k INDEXED BY kpis_by_name ", ""));
  }

  private static ListStatement<KpiField, Kpi> list(Sql where, Sql count) {
    return new ListStatement<>(
        SELECT,
        query -> where,
        Map.of(KpiField.ID, "k.id", KpiField.NAME, "k.name_key"),
        count,
        SqliteKpis::kpi);
  }

  @Override
  public Page<Kpi> list(Call viewer, KpiFilter filter, ListQuery<KpiField> query) {
    return list(filter, viewer.actor()).page(database, viewer, query);
  }

  @Override
  public Optional<Kpi> find(Call viewer, KpiId id) {
    return database.read(viewer, connection -> find(connection, viewer, id));
  }

  @Override
  public RegisterEntry.Effect put(Call by, Kpi kpi, KpiCondition expected, AccountLimits limits) {
    String account = by.account().value();
    return database.write(
        by.deadline(),
        connection -> {
          RegisterEntry.Effect effect =
              new RegisterEntry(by.account(), find(connection, by, kpi.id()))
                  .put(kpi, expected, () -> count(connection, by), limits);
          connection.update(
              named("save kpi"),
              account,
              kpi.id().value(),
              kpi.name().value(),
              kpi.name().key().value(),
              kpi.owners().stream().map(UserId::value).collect(Collectors.joining("\n")));
          return effect;
        });
  }

  @Override
  public void remove(Call by, KpiId id, KpiCondition expected) {
    database.write(
        by.deadline(),
        connection -> {
          RegisterEntry.Effect effect =
              new RegisterEntry(by.account(), find(connection, by, id)).remove(id, expected);
          connection.update(named("delete kpi"), by.account().value(), id.value());
          return effect;
        });
  }

  private static long count(PooledConnection connection, Call by) {
    return connection.number(COUNT, by.user().value(), by.account().value());
  }

  private static Optional<Kpi> find(PooledConnection connection, Call viewer, KpiId id) {
    AccountId account = viewer.account();
    return connection.first(FIND, row -> kpi(row, account), account.value(), id.value());
  }

  private static Kpi kpi(ResultSet row, AccountId account) throws SQLException {
    String owners = text(row, 4);
    return Kpi.stored(
        account,
        new KpiId(text(row, 2)),
        Name.stored(text(row, 3)),
        owners.isEmpty()
            ? List.of()
            : Stream.of(owners.split("\n", -1)).map(UserId::stored).toList());
  }
}
