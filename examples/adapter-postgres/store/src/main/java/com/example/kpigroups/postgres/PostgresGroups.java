package com.example.kpigroups.postgres;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.GroupStore;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.group.Decision;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;

/** The groups. Whoever changes one locks its row first, so that what was decided on stays so. */
record PostgresGroups(Database database) implements GroupStore {

  @Override
  public Page<ViewedGroup> list(Call viewer, GroupSelection wanted, ListQuery<GroupField> query) {
    Transaction.Reader<ViewedGroup> counting =
        row -> viewed(row).withKpiCount(row.getLong("kpi_count"));
    Transaction.Reader<ViewedGroup> reader = wanted.kpiCount() ? counting : PostgresGroups::viewed;
    return database.read(viewer, tx -> pages(viewer, wanted).read(tx, query, reader));
  }

  static PageSql<GroupField> pages(Call viewer, GroupSelection wanted) {
    Sql life =
        wanted
            .deletedAfter()
            .map(after -> Sql.of("g.life = 1 AND g.deleted_at > ?", after))
            .orElse(Sql.of("g.life = 0"));
    Sql rows =
        Sql.of(" FROM kpi_groups g WHERE g.account = ? AND ", viewer.account())
            .then(life)
            .then(" AND ")
            .then(filters(viewer).of(wanted.filter()));
    return new PageSql<>(PostgresGroups::column, columns(viewer), rows);
  }

  private static FilterSql filters(Call viewer) {
    return new FilterSql(viewer.account(), viewer.user());
  }

  private static Sql columns(Call viewer) {
    return Sql.of("g.*, ").then(filters(viewer).isFavorite()).then(" AS mark");
  }

  private static ViewedGroup viewed(ResultSet row) throws SQLException {
    return new ViewedGroup(GroupRows.group(row), row.getBoolean("mark"));
  }

  private static String column(GroupField field) {
    return switch (field) {
      case ID -> "g.id";
      case NAME -> "g.name_key";
      case DATE_CREATED -> "g.created_at";
      case DATE_UPDATED -> "g.modified_at";
      case DATE_DELETED -> "g.deleted_at";
    };
  }

  @Override
  public Optional<ViewedGroup> find(Call viewer, KpiGroupId id) {
    Sql one =
        Sql.of("SELECT ")
            .then(columns(viewer))
            .then(" FROM kpi_groups g WHERE g.account = ?", viewer.account())
            .then(" AND g.id = ? AND g.life = 0", id);
    return database.read(viewer, tx -> tx.find(PostgresGroups::viewed, one));
  }

  @Override
  public ViewedGroup create(Call by, KpiGroupId id, Name name, Instant at, AccountLimits limits) {
    KpiGroup made = KpiGroup.create(by.account(), id, name, by.stamp(at));
    return database.write(
        by,
        tx -> {
          while (true) {
            var present = GroupRows.look(tx, by.account(), id, "");
            Decision<KpiGroup> decision = made.join(present, () -> live(tx, by), limits);
            if (!decision.isChange() || GroupRows.insert(tx, decision.state())) {
              return viewed(tx, by, decision);
            }
          }
        });
  }

  @Override
  public ViewedGroup rename(Call by, KpiGroupId id, Name name, Instant at, RevisionMatch expected) {
    return change(by, id, (tx, found) -> live(by, found).rename(name, by.stamp(at), expected));
  }

  @Override
  public void delete(Call by, KpiGroupId id, Instant at, RevisionMatch expected) {
    change(by, id, (tx, found) -> live(by, found).delete(by.stamp(at), expected));
  }

  @Override
  public ViewedGroup restore(
      Call by, KpiGroupId id, Instant at, Instant deletedAfter, AccountLimits limits) {
    return change(
        by,
        id,
        (tx, found) ->
            KpiGroup.in(by.account(), found)
                .restore(by.stamp(at), deletedAfter, () -> live(tx, by), limits));
  }

  /** Decides on the group that was found. */
  private interface Rule extends BiFunction<Transaction, Optional<KpiGroup>, Decision<KpiGroup>> {}

  private ViewedGroup change(Call by, KpiGroupId id, Rule rule) {
    return database.write(
        by,
        tx -> {
          var found = GroupRows.look(tx, by.account(), id, GroupRows.TO_CHANGE);
          Decision<KpiGroup> decision = rule.apply(tx, found);
          if (decision.isChange()) {
            GroupRows.update(tx, decision.state());
          }
          return viewed(tx, by, decision);
        });
  }

  private static KpiGroup live(Call by, Optional<KpiGroup> found) {
    return KpiGroup.liveIn(by.account(), found);
  }

  private static ViewedGroup viewed(Transaction tx, Call viewer, Decision<KpiGroup> decision) {
    KpiGroup group = decision.state();
    return new ViewedGroup(group, PostgresFavorites.contains(tx, viewer, group.id()));
  }

  private static long live(Transaction tx, Call by) {
    return tx.count("SELECT count(*) FROM kpi_groups WHERE account = ? AND life = 0", by.account());
  }
}
