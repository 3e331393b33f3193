package com.example.kpigroups.postgres;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.MembershipStore;
import io.kpigroups.domain.group.AccountRules;
import io.kpigroups.domain.group.Change;
import io.kpigroups.domain.group.Decision;
import io.kpigroups.domain.group.GroupMembers;
import io.kpigroups.domain.group.KpiBatch;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.Member;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.MemberField;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.value.Name;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** The members. Whoever changes those of a group locks the group's row, which counts them. */
record PostgresMemberships(Database database) implements MembershipStore {
  private static final String OWN = " WHERE account = ? AND group_id = ?";

  @Override
  public void add(Call by, KpiGroupId group, KpiId kpi, Instant at, AccountRules rules) {
    decide(by, group, members -> members.add(kpi, by.stamp(at), rules));
  }

  @Override
  public void remove(Call by, KpiGroupId group, KpiId kpi, Instant at, AccountRules rules) {
    decide(by, group, members -> members.remove(kpi, by.stamp(at), rules));
  }

  @Override
  public KpiBatch.Result change(
      Call by, KpiGroupId group, KpiBatch batch, Instant at, AccountRules rules) {
    return batch.result(decide(by, group, members -> members.change(batch, by.stamp(at), rules)));
  }

  private Decision<KpiGroup> decide(
      Call by, KpiGroupId id, Function<GroupMembers, Decision<KpiGroup>> rule) {
    return database.write(
        by,
        tx -> {
          var found = GroupRows.look(tx, by.account(), id, GroupRows.TO_CHANGE);
          Facts facts = new Facts(tx, by, id);
          var decision = rule.apply(GroupMembers.of(by.account(), found, facts));
          decision.changes().forEach(change -> apply(tx, by, change));
          return decision;
        });
  }

  private static void apply(Transaction tx, Call by, Change change) {
    KpiGroupId id = change.group();
    int more = 0;
    if (change instanceof Change.KpisAdded added) {
      Instant at = change.stamp().at();
      String sql = "INSERT INTO kpi_group_members SELECT ?, ?, kpi, ?, ? FROM unnest(?) AS kpi";
      more = tx.update(sql, by.account(), id, change.stamp().by(), at, added.kpis());
    } else if (change instanceof Change.KpisRemoved removed) {
      String sql = "DELETE FROM kpi_group_members" + OWN + " AND kpi = ANY (?)";
      more = -tx.update(sql, by.account(), id, removed.kpis());
    }
    String sql = "UPDATE kpi_groups SET kpi_count = kpi_count + ? WHERE account = ? AND id = ?";
    tx.update(sql, more, by.account(), id);
  }

  private record Facts(Transaction tx, Call by, KpiGroupId id) implements GroupMembers.Facts {
    @Override
    public Set<KpiId> registered(Set<KpiId> kpis) {
      String sql = "SELECT id FROM kpis WHERE account = ? AND id = ANY (?)";
      return ids(Sql.of(sql, by.account(), kpis));
    }

    @Override
    public Set<KpiId> members(Set<KpiId> kpis) {
      String sql = "SELECT kpi FROM kpi_group_members" + OWN + " AND kpi = ANY (?)";
      return ids(Sql.of(sql, by.account(), id, kpis));
    }

    private Set<KpiId> ids(Sql sql) {
      return Set.copyOf(tx.all(row -> new KpiId(row.getString(1)), sql));
    }

    @Override
    public long size() {
      String sql = "SELECT kpi_count FROM kpi_groups WHERE account = ? AND id = ?";
      return tx.count(sql, by.account(), id);
    }

    @Override
    public long unregistered() {
      String sql =
          "SELECT count(*) FROM kpi_group_members WHERE account = ? AND group_id = ?"
              + " AND kpi NOT IN (SELECT id FROM kpis WHERE account = ?)";
      return tx.count(sql, by.account(), id, by.account());
    }
  }

  @Override
  public Page<Member> list(Call viewer, KpiGroupId group, ListQuery<MemberField> query) {
    return database.read(
        viewer,
        tx -> {
          KpiGroup.liveIn(viewer.account(), GroupRows.look(tx, viewer.account(), group, ""));
          return pages(viewer, group).read(tx, query, PostgresMemberships::member);
        });
  }

  static PageSql<MemberField> pages(Call viewer, KpiGroupId group) {
    String sql =
        " FROM kpi_group_members m LEFT JOIN kpis k ON k.account = m.account AND k.id = m.kpi"
            + " WHERE m.account = ? AND m.group_id = ?";
    Sql columns = Sql.of("m.kpi, k.name, m.added_by, m.added_at");
    Sql rows = Sql.of(sql, viewer.account(), group);
    return new PageSql<>(PostgresMemberships::column, columns, rows);
  }

  private static String column(MemberField field) {
    return switch (field) {
      case KPI_ID -> "m.kpi";
      case NAME -> "coalesce(k.name_key, '')";
      case DATE_ADDED -> "m.added_at";
    };
  }

  private static Member member(ResultSet row) throws SQLException {
    Optional<Name> name = Optional.ofNullable(row.getString("name")).map(Name::stored);
    return new Member(new KpiId(row.getString("kpi")), name, GroupRows.stamp(row, "added"));
  }

  @Override
  public void requireKnown(Call viewer, KpiId kpi, AccountRules rules) {
    String grouped = "SELECT " + PostgresKpis.IN_LIVE_GROUP + "? AND m.kpi = ?)";
    String registered = "SELECT count(*) > 0 FROM kpis WHERE account = ? AND id = ?";
    database.read(
        viewer,
        tx -> {
          BooleanSupplier isIn = () -> tx.isTrue(grouped, viewer.account(), kpi);
          rules.knownKpis().require(kpi, () -> tx.isTrue(registered, viewer.account(), kpi), isIn);
          return kpi;
        });
  }
}
