package com.example.kpigroups.postgres;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.GroupStore;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.group.Change;
import io.kpigroups.domain.group.Decision;
import io.kpigroups.domain.group.GroupLife;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.Revision;
import io.kpigroups.domain.value.RevisionMatch;
import io.kpigroups.domain.value.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** The groups, and how anything about one is changed. */
record PostgresGroups(Database database) implements GroupStore {
  /** The deletion of a live group, as it is kept. */
  private static final Stamp NONE = new Stamp(UserId.stored(""), Instant.EPOCH);

  @Override
  public Page<ViewedGroup> list(Call viewer, GroupSelection wanted, ListQuery<GroupField> query) {
    return database.read(
        viewer.deadline(),
        tx -> tx.page(all(viewer, wanted), query, row -> viewed(row, wanted.kpiCount())));
  }

  static Sql all(Call viewer, GroupSelection wanted) {
    FilterSql filters = new FilterSql(viewer);
    String count =
        "(SELECT count(*) FROM kpi_group_members m WHERE m.account = ? AND m.group_id = g.id)";
    return Sql.of(
        "SELECT g.*, ? AS mark, ? AS kpi_count FROM kpi_groups g WHERE g.account = ?"
            + " AND g.life = ? AND g.date_deleted > ? AND ?",
        filters.isFavorite(),
        wanted.kpiCount() ? Sql.of(count, viewer.account()) : 0,
        viewer.account(),
        wanted.deletedAfter().isPresent() ? 1 : 0,
        wanted.deletedAfter().orElse(NONE.at().minusMillis(1)),
        filters.of(wanted.filter()));
  }

  private static ViewedGroup viewed(ResultSet row, boolean counted) throws SQLException {
    ViewedGroup viewed = new ViewedGroup(group(row), row.getBoolean("mark"));
    return counted ? viewed.withKpiCount(row.getLong("kpi_count")) : viewed;
  }

  @Override
  public Optional<ViewedGroup> find(Call viewer, KpiGroupId id) {
    Sql live = all(viewer, GroupSelection.LIVE);
    return database.read(
        viewer.deadline(), tx -> tx.find(row -> viewed(row, false), "? AND g.id = ?", live, id));
  }

  @Override
  public ViewedGroup create(Call by, KpiGroupId id, Name name, Instant at, AccountLimits limits) {
    KpiGroup made = KpiGroup.create(by.account(), id, name, by.stamp(at));
    return change(by, id, tx -> found -> made.join(found, () -> live(tx, by), limits));
  }

  @Override
  public ViewedGroup rename(Call by, KpiGroupId id, Name name, Instant at, RevisionMatch expected) {
    return change(by, id, tx -> found -> live(found, by).rename(name, by.stamp(at), expected));
  }

  @Override
  public void delete(Call by, KpiGroupId id, Instant at, RevisionMatch expected) {
    change(by, id, tx -> found -> live(found, by).delete(by.stamp(at), expected));
  }

  private static KpiGroup live(Optional<KpiGroup> found, Call by) {
    return KpiGroup.liveIn(by.account(), found);
  }

  @Override
  public ViewedGroup restore(
      Call by, KpiGroupId id, Instant at, Instant deletedAfter, AccountLimits limits) {
    Stamp stamp = by.stamp(at);
    return change(
        by,
        id,
        tx ->
            found ->
                KpiGroup.in(by.account(), found)
                    .restore(stamp, deletedAfter, () -> live(tx, by), limits));
  }

  private static long live(Transaction tx, Call by) {
    return tx.count("SELECT count(*) FROM kpi_groups WHERE account = ? AND life = 0", by.account());
  }

  /** Decides on what was found. */
  interface Rule extends Function<Optional<KpiGroup>, Decision<KpiGroup>> {}

  ViewedGroup change(Call by, KpiGroupId id, Function<Transaction, Rule> rule) {
    return database.write(
        by.deadline(),
        tx -> {
          var decision = decide(tx, by, id, rule.apply(tx));
          boolean favorite = new PostgresFavorites.Facts(tx, by).contains(id);
          return new ViewedGroup(decision.state(), favorite);
        });
  }

  /** Locks the group, so that what is decided on stays so, and applies what the rule decides. */
  static Decision<KpiGroup> decide(Transaction tx, Call by, KpiGroupId id, Rule rule) {
    var decision = rule.apply(look(tx, by.account(), id, " FOR NO KEY UPDATE"));
    decision.changes().forEach(change -> apply(tx, decision.state(), change));
    return decision;
  }

  /** The group of this id in the account, whatever its life. */
  static Optional<KpiGroup> look(Transaction tx, AccountId account, KpiGroupId id, String lock) {
    String sql = "SELECT * FROM kpi_groups WHERE account = ? AND id = ?" + lock;
    return tx.find(PostgresGroups::group, sql, account, id);
  }

  private static void apply(Transaction tx, KpiGroup group, Change change) {
    Sql own = Sql.of("account = ? AND group_id = ?", group.account(), group.id());
    if (change instanceof Change.KpisAdded added) {
      String sql = "INSERT INTO kpi_group_members SELECT ?, ?, kpi, ? FROM unnest(?) AS kpi";
      tx.update(sql, group.account(), group.id(), values(change.stamp()), added.kpis());
    } else if (change instanceof Change.KpisRemoved removed) {
      tx.update("DELETE FROM kpi_group_members WHERE ? AND kpi_id = ANY (?)", own, removed.kpis());
    } else if (change instanceof Change.GroupFavorited) {
      String sql = "INSERT INTO kpi_group_favorites VALUES (?, ?, ?)";
      tx.update(sql, group.account(), group.id(), change.stamp().by());
    } else if (change instanceof Change.GroupUnfavorited) {
      String sql = "DELETE FROM kpi_group_favorites WHERE ? AND user_id = ?";
      tx.update(sql, own, change.stamp().by());
    } else if (change instanceof Change.GroupCreated) {
      tx.update("INSERT INTO kpi_groups VALUES (?)", values(group));
    } else {
      replace(tx, group);
    }
  }

  static void replace(Transaction tx, KpiGroup group) {
    String sql =
        "UPDATE kpi_groups SET (id, account, name, name_key, created_by_id, date_created,"
            + " modified_by_id, date_updated, deleted_by_id, date_deleted, revision, life) = (?)"
            + " WHERE account = ? AND id = ?";
    tx.update(sql, values(group), group.account(), group.id());
  }

  /** What is kept of a group, and begins the row of an idempotency key, too. */
  static Sql values(KpiGroup group) {
    GroupLife life = group.life();
    Sql name = Sql.of("?, ?", group.name(), group.name().key().value());
    Sql changed = Sql.of("?, ?", values(group.created()), values(group.modified()));
    Sql deleted = values(life.deleted().orElse(NONE));
    int number = life.isLive() ? 0 : life instanceof GroupLife.Deleted ? 1 : 2;
    Sql state = Sql.of("?, ?, ?", deleted, group.revision().number(), number);
    return Sql.of("?, ?, ?, ?, ?", group.id(), group.account(), name, changed, state);
  }

  private static Sql values(Stamp stamp) {
    return Sql.of("?, ?", stamp.by(), stamp.at());
  }

  static KpiGroup group(ResultSet row) throws SQLException {
    Stamp deleted = stamp(row, "deleted_by_id", "date_deleted");
    return new KpiGroup(
        new AccountId(row.getString("account")),
        new KpiGroupId(row.getString("id")),
        Name.stored(row.getString("name")),
        stamp(row, "created_by_id", "date_created"),
        stamp(row, "modified_by_id", "date_updated"),
        Revision.of(row.getLong("revision")),
        switch (row.getInt("life")) {
          case 0 -> GroupLife.LIVE;
          case 1 -> new GroupLife.Deleted(deleted);
          default -> new GroupLife.Purging(deleted);
        });
  }

  static Stamp stamp(ResultSet row, String by, String at) throws SQLException {
    return new Stamp(UserId.stored(row.getString(by)), Instant.ofEpochMilli(row.getLong(at)));
  }
}
