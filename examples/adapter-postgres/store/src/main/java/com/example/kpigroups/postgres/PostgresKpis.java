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
  /** What follows says of which KPI. */
  static final String IN_LIVE_GROUP =
      "EXISTS (SELECT 1 FROM kpi_group_members m"
          + " JOIN kpi_groups g ON g.account = m.account AND g.id = m.group_id"
          + " WHERE g.life = 0 AND m.account = ";

  @Override
  public Page<Kpi> list(Call viewer, KpiFilter filter, ListQuery<KpiField> query) {
    return database.read(viewer, tx -> pages(viewer, filter).read(tx, query, PostgresKpis::kpi));
  }

  static PageSql<KpiField> pages(Call viewer, KpiFilter filter) {
    Sql search =
        filter
            .search()
            .map(text -> Sql.of(" AND strpos(k.name_key, ?) > 0", text.key()))
            .orElse(Sql.NOTHING);
    Sql owner =
        filter
            .owner()
            .map(one -> Sql.of(" AND k.owners @> ?", List.of(one.user(viewer.actor()))))
            .orElse(Sql.NOTHING);
    String ungrouped = " AND NOT " + IN_LIVE_GROUP + "k.account AND m.kpi = k.id)";
    Sql rows =
        Sql.of(" FROM kpis k WHERE k.account = ?", viewer.account())
            .then(search)
            .then(owner)
            .then(filter.ungrouped() ? ungrouped : "");
    return new PageSql<>(
        field -> field == KpiField.ID ? "k.id" : "k.name_key", Sql.of("k.*"), rows);
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
    return database.read(viewer, tx -> look(tx, viewer, id, ""));
  }

  private static Optional<Kpi> look(Transaction tx, Call by, KpiId id, String lock) {
    String sql = "SELECT k.* FROM kpis k WHERE k.account = ? AND k.id = ?" + lock;
    return tx.find(PostgresKpis::kpi, Sql.of(sql, by.account(), id));
  }

  @Override
  public RegisterEntry.Effect put(Call by, Kpi kpi, KpiCondition expected, AccountLimits limits) {
    return database.write(
        by,
        tx -> {
          while (true) {
            RegisterEntry entry = entry(tx, by, kpi.id());
            var effect = entry.put(kpi, expected, () -> registered(tx, by), limits);
            if (write(tx, kpi, effect == RegisterEntry.Effect.REPLACED)) {
              return effect;
            }
          }
        });
  }

  /** Whether the entry was there, or was not, as was said. */
  private static boolean write(Transaction tx, Kpi kpi, boolean isThere) {
    String sql =
        isThere
            ? "UPDATE kpis SET (name, name_key, owners) = (?, ?, ?) WHERE account = ? AND id = ?"
            : "INSERT INTO kpis (name, name_key, owners, account, id) VALUES (?, ?, ?, ?, ?)"
                + " ON CONFLICT DO NOTHING";
    Name name = kpi.name();
    return tx.update(sql, name, name.key(), kpi.owners(), kpi.account(), kpi.id()) > 0;
  }

  @Override
  public void remove(Call by, KpiId id, KpiCondition expected) {
    database.write(
        by,
        tx -> {
          entry(tx, by, id).remove(id, expected);
          return tx.update("DELETE FROM kpis WHERE account = ? AND id = ?", by.account(), id);
        });
  }

  private static RegisterEntry entry(Transaction tx, Call by, KpiId id) {
    return new RegisterEntry(by.account(), look(tx, by, id, " FOR UPDATE"));
  }

  private static long registered(Transaction tx, Call by) {
    return tx.count("SELECT count(*) FROM kpis WHERE account = ?", by.account());
  }
}
