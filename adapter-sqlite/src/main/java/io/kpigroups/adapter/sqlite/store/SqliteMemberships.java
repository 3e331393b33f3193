package io.kpigroups.adapter.sqlite.store;

import io.kpigroups.adapter.sqlite.connection.Database;
import io.kpigroups.adapter.sqlite.connection.PooledConnection;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.MembershipStore;
import io.kpigroups.domain.group.AccountRules;
import io.kpigroups.domain.group.Decision;
import io.kpigroups.domain.group.GroupMembers;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.AccountId;
import java.time.Instant;
import java.util.function.Function;

/** The members of groups, in the table {@code kpi_group_memberships}. */
public record SqliteMemberships(Database database) implements MembershipStore {
  static final String FIND =
      """
      SELECT 1 FROM kpi_group_memberships
      WHERE account_id = ?1 AND group_id = ?2 AND kpi_id = ?3
      """;

  static final String COUNT = "SELECT members FROM kpi_groups WHERE account_id = ?1 AND id = ?2";

  static final String COUNT_UNREGISTERED =
      """
      SELECT count(*) FROM kpi_group_memberships m
      WHERE m.account_id = ?1 AND m.group_id = ?2
        AND NOT EXISTS (SELECT 1 FROM kpis k WHERE k.account_id = ?1 AND k.id = m.kpi_id)
      """;

  static final String INSERT =
      """
      INSERT INTO kpi_group_memberships (account_id, group_id, kpi_id, added_by, added_at)
      VALUES (?1, ?2, ?3, ?4, ?5)
      """;

  static final String DELETE =
      """
      DELETE FROM kpi_group_memberships WHERE account_id = ?1 AND group_id = ?2 AND kpi_id = ?3
      """;

  private record Facts(PooledConnection connection, String account, String group)
      implements GroupMembers.Facts {
    @Override
    public boolean isRegistered(KpiId kpi) {
      return connection.exists(SqliteKpis.FIND, account, kpi.value());
    }

    @Override
    public boolean contains(KpiId kpi) {
      return connection.exists(FIND, account, group, kpi.value());
    }

    @Override
    public long size() {
      return connection.number(COUNT, account, group);
    }

    @Override
    public long unregistered() {
      return connection.number(COUNT_UNREGISTERED, account, group);
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

  private void change(Call by, KpiGroupId group, Function<GroupMembers, Decision<KpiGroup>> rule) {
    AccountId account = by.account();
    GroupChange.write(
        database,
        by,
        group,
        (connection, found) -> {
          Facts facts = new Facts(connection, account.value(), group.value());
          return rule.apply(GroupMembers.of(account, found.map(ViewedGroup::group), facts));
        });
  }
}
