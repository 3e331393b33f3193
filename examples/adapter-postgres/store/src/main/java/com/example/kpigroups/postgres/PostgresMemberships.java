package com.example.kpigroups.postgres;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.MembershipStore;
import io.kpigroups.domain.group.AccountRules;
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

/** The members. */
record PostgresMemberships(Database database) implements MembershipStore {
  private static final String OWN = " FROM kpi_group_members WHERE account = ? AND group_id = ?";
  private static final String REGISTERED = "SELECT id FROM kpis WHERE account = ?";

  @Override
  public void add(Call by, KpiGroupId group, KpiId kpi, Instant at, AccountRules rules) {
    change(by, group, members -> members.add(kpi, by.stamp(at), rules));
  }

  @Override
  public void remove(Call by, KpiGroupId group, KpiId kpi, Instant at, AccountRules rules) {
    change(by, group, members -> members.remove(kpi, by.stamp(at), rules));
  }

  @Override
  public KpiBatch.Result change(
      Call by, KpiGroupId group, KpiBatch batch, Instant at, AccountRules rules) {
    return batch.result(change(by, group, members -> members.change(batch, by.stamp(at), rules)));
  }

  private Decision<KpiGroup> change(
      Call by, KpiGroupId id, Function<GroupMembers, Decision<KpiGroup>> rule) {
    return database.write(
        by.deadline(),
        tx -> {
          Facts facts = new Facts(tx, by, id);
          return PostgresGroups.decide(
              tx, by, id, found -> rule.apply(GroupMembers.of(by.account(), found, facts)));
        });
  }

  private record Facts(Transaction tx, Call by, KpiGroupId id) implements GroupMembers.Facts {
    @Override
    public Set<KpiId> registered(Set<KpiId> kpis) {
      return ids(REGISTERED + " AND id = ANY (?)", by.account(), kpis);
    }

    @Override
    public Set<KpiId> members(Set<KpiId> kpis) {
      return ids("SELECT kpi_id" + OWN + " AND kpi_id = ANY (?)", by.account(), id, kpis);
    }

    private Set<KpiId> ids(String sql, Object... parts) {
      return Set.copyOf(tx.all(row -> new KpiId(row.getString(1)), sql, parts));
    }

    @Override
    public long size() {
      return tx.count("SELECT count(*)" + OWN, by.account(), id);
    }

    @Override
    public long unregistered() {
      String sql = "SELECT count(*)" + OWN + " AND kpi_id NOT IN (" + REGISTERED + ")";
      return tx.count(sql, by.account(), id, by.account());
    }
  }

  @Override
  public Page<Member> list(Call viewer, KpiGroupId group, ListQuery<MemberField> query) {
    return database.read(
        viewer.deadline(),
        tx -> {
          KpiGroup.liveIn(viewer.account(), PostgresGroups.look(tx, viewer.account(), group, ""));
          return tx.page(all(viewer, group), query, PostgresMemberships::member);
        });
  }

  /** A KPI that has no name comes first. */
  static Sql all(Call viewer, KpiGroupId group) {
    String sql =
        """
        SELECT m.*, k.name, coalesce(k.name_key, '') AS name_key FROM kpi_group_members m
        LEFT JOIN kpis k ON k.account = m.account AND k.id = m.kpi_id
        WHERE m.account = ? AND m.group_id = ?
        """;
    return Sql.of(sql, viewer.account(), group);
  }

  private static Member member(ResultSet row) throws SQLException {
    Optional<Name> name = Optional.ofNullable(row.getString("name")).map(Name::stored);
    var added = PostgresGroups.stamp(row, "added_by_id", "date_added");
    return new Member(new KpiId(row.getString("kpi_id")), name, added);
  }

  @Override
  public void requireKnown(Call viewer, KpiId kpi, AccountRules rules) {
    String count = "SELECT count(*) WHERE ?";
    Sql isRegistered = Sql.of("EXISTS (" + REGISTERED + " AND id = ?)", viewer.account(), kpi);
    Sql isGrouped = Sql.of(PostgresKpis.IN_LIVE_GROUP, viewer.account(), kpi);
    database.read(
        viewer.deadline(),
        tx -> {
          BooleanSupplier registered = () -> tx.count(count, isRegistered) > 0;
          rules.knownKpis().require(kpi, registered, () -> tx.count(count, isGrouped) > 0);
          return kpi;
        });
  }
}
