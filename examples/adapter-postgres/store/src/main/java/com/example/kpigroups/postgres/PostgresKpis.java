package com.example.kpigroups.postgres;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.KpiRegistry;
import io.kpigroups.application.port.out.KpiStore;
import io.kpigroups.domain.access.AccountLimits;
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
import java.util.Optional;
import java.util.stream.Stream;

/** The register. */
record PostgresKpis(Database database) implements KpiStore, KpiRegistry {
  /** Whether a KPI of an account is. */
  static final String IN_LIVE_GROUP =
      "EXISTS (SELECT 1 FROM kpi_group_members m"
          + " JOIN kpi_groups g ON g.account = m.account AND g.id = m.group_id"
          + " WHERE g.life = 0 AND m.account = ? AND m.kpi_id = ?)";

  private static final String COUNT = "SELECT count(*) FROM kpis WHERE account = ?";
  private static final String INSERT =
      "INSERT INTO kpis (name, name_key, owners, account, id) VALUES (?, ?, ?, ?, ?)";
  private static final String UPDATE =
      "UPDATE kpis SET (name, name_key, owners) = (?, ?, ?) WHERE account = ? AND id = ?";

  @Override
  public Page<Kpi> list(Call viewer, KpiFilter filter, ListQuery<KpiField> query) {
    return database.read(
        viewer.deadline(), tx -> tx.page(all(viewer, filter), query, PostgresKpis::kpi));
  }

  /** No text is in every name, and no owner in every list of owners. */
  static Sql all(Call viewer, KpiFilter filter) {
    String sql =
        "SELECT * FROM kpis k"
            + " WHERE account = ? AND strpos(name_key, ?) > 0 AND owners @> ?::text[] AND ?";
    String text = filter.search().map(search -> search.key().value()).orElse("");
    List<UserId> owners = filter.owner().map(it -> it.user(viewer.actor())).stream().toList();
    Sql grouped = Sql.of(IN_LIVE_GROUP, Sql.of("k.account"), Sql.of("k.id"));
    Sql ungrouped = filter.ungrouped() ? Sql.of("NOT ?", grouped) : Sql.of("TRUE");
    return Sql.of(sql, viewer.account(), text, owners, ungrouped);
  }

  private static Kpi kpi(ResultSet row) throws SQLException {
    String[] owners = (String[]) row.getArray("owners").getArray();
    return Kpi.stored(
        new AccountId(row.getString("account")),
        new KpiId(row.getString("id")),
        Name.stored(row.getString("name")),
        Stream.of(owners).map(UserId::stored).toList());
  }

  @Override
  public Optional<Kpi> find(Call viewer, KpiId id) {
    return database.read(viewer.deadline(), tx -> look(tx, viewer, id, ""));
  }

  private static Optional<Kpi> look(Transaction tx, Call by, KpiId id, String lock) {
    String sql = "SELECT * FROM kpis WHERE account = ? AND id = ?" + lock;
    return tx.find(PostgresKpis::kpi, sql, by.account(), id);
  }

  @Override
  public RegisterEntry.Effect put(Call by, Kpi kpi, KpiCondition expected, AccountLimits limits) {
    return database.write(
        by.deadline(),
        tx -> {
          RegisterEntry entry = entry(tx, by, kpi.id());
          var effect = entry.put(kpi, expected, () -> tx.count(COUNT, by.account()), limits);
          String sql = effect == RegisterEntry.Effect.REPLACED ? UPDATE : INSERT;
          String key = kpi.name().key().value();
          tx.update(sql, kpi.name(), key, kpi.owners(), kpi.account(), kpi.id());
          return effect;
        });
  }

  @Override
  public void remove(Call by, KpiId id, KpiCondition expected) {
    database.write(
        by.deadline(),
        tx -> {
          entry(tx, by, id).remove(id, expected);
          return tx.update("DELETE FROM kpis WHERE account = ? AND id = ?", by.account(), id);
        });
  }

  private static RegisterEntry entry(Transaction tx, Call by, KpiId id) {
    return new RegisterEntry(by.account(), look(tx, by, id, " FOR UPDATE"));
  }
}
