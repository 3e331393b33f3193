package io.kpigroups.adapter.sqlite.store;

import static io.kpigroups.adapter.sqlite.connection.QueryResult.text;
import static io.kpigroups.adapter.sqlite.connection.QueryResult.textIfAny;
import static io.kpigroups.adapter.sqlite.store.Statements.named;

import io.kpigroups.adapter.sqlite.connection.Database;
import io.kpigroups.adapter.sqlite.connection.PooledConnection;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.MembershipStore;
import io.kpigroups.domain.group.AccountRules;
import io.kpigroups.domain.group.Decision;
import io.kpigroups.domain.group.GroupMembers;
import io.kpigroups.domain.group.KpiBatch;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.Member;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.MemberField;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/** The members of groups, in the table {@code kpi_group_memberships}. */
public record SqliteMemberships(Database database) implements MembershipStore {
  private static final String SIZE = named("count members");

  private static final Map<MemberField, String> COLUMNS =
      Map.of(
          MemberField.KPI_ID, "m.kpi_id",
          MemberField.NAME, "coalesce(k.name_key, '')",
          MemberField.DATE_ADDED, "m.added_at");

  /** A list of the group's members. */
  static ListStatement<MemberField, Member> list(KpiGroupId group) {
    return new ListStatement<>(
        "",
        query -> new Sql(named("members"), group.value()),
        COLUMNS,
        new Sql(SIZE, group.value()),
        (row, account) -> member(row));
  }

  private record Facts(PooledConnection connection, String account, String group, long size)
      implements GroupMembers.Facts {
    @Override
    public Set<KpiId> registered(Set<KpiId> kpis) {
      return find("find kpis", kpis);
    }

    @Override
    public Set<KpiId> members(Set<KpiId> kpis) {
      return find("find members", kpis);
    }

    private Set<KpiId> find(String name, Set<KpiId> some) {
      return KpiIds.find(connection, named(name), account, group, some);
    }

    @Override
    public long unregistered() {
      return connection.number(named("count unregistered members"), account, group);
    }
  }

  @Override
  public void add(Call by, KpiGroupId group, KpiId kpi, Instant at, AccountRules rules) {
    change(by, group, members -> members.add(kpi, by.stamp(at), rules));
  }

  @Override
  public void remove(Call by, KpiGroupId group, KpiId kpi, Instant at, AccountRules rules) {
    change(by, group, members -> members.remove(kpi, by.stamp(at), rules));
  }

  @Override
  public Page<Member> list(Call viewer, KpiGroupId group, ListQuery<MemberField> query) {
    return database.readTogether(
        viewer,
        connection -> {
          Optional<KpiGroup> found =
              GroupTable.findLive(connection, viewer, group).map(ViewedGroup::group);
          KpiGroup.liveIn(viewer.account(), found);
          return list(group).page(connection, viewer, query);
        });
  }

  private static Member member(ResultSet row) throws SQLException {
    return new Member(
        new KpiId(text(row, 2)),
        Optional.ofNullable(textIfAny(row, 3)).map(Name::stored),
        new Stamp(UserId.stored(text(row, 4)), Instant.ofEpochMilli(row.getLong(5))));
  }

  @Override
  public void requireKnown(Call viewer, KpiId kpi, AccountRules rules) {
    String account = viewer.account().value();
    database.readTogether(
        viewer,
        connection -> {
          rules
              .knownKpis()
              .require(
                  kpi,
                  () -> connection.exists(SqliteKpis.FIND, account, kpi.value()),
                  () -> connection.exists(named("find grouped kpi"), account, kpi.value()));
          return kpi;
        });
  }

  @Override
  public KpiBatch.Result change(
      Call by, KpiGroupId group, KpiBatch batch, Instant at, AccountRules rules) {
    return batch.result(change(by, group, members -> members.change(batch, by.stamp(at), rules)));
  }

  private Decision<KpiGroup> change(
      Call by, KpiGroupId group, Function<GroupMembers, Decision<KpiGroup>> rule) {
    return database.write(by.deadline(), changeOf(by, group, rule)::decide);
  }

  static GroupChange changeOf(
      Call by, KpiGroupId group, Function<GroupMembers, Decision<KpiGroup>> rule) {
    return new GroupChange(
        by,
        group,
        (connection, found) -> {
          long size = found.map(ViewedGroup::kpiCount).orElse(OptionalLong.empty()).orElse(0);
          Facts facts = new Facts(connection, by.account().value(), group.value(), size);
          return rule.apply(GroupMembers.of(by.account(), found.map(ViewedGroup::group), facts));
        });
  }
}
