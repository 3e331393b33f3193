package io.kpigroups.adapter.sqlite;

import io.kpigroups.application.port.Call;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.ViewedGroup;
import java.sql.SQLException;
import java.util.Optional;

/** The making of one group, which its id makes repeatable. */
record GroupCreation(Call by, KpiGroup group, AccountLimits limits)
    implements Database.Change<ViewedGroup> {

  /**
   * The row goes in first, since that tells as well whether the id is taken, and out again with the
   * transaction if the domain refuses it; so it is one too many in the count.
   */
  @Override
  public ViewedGroup make(Session session) throws SQLException {
    Optional<ViewedGroup> present =
        GroupRow.isInserted(session, group)
            ? Optional.empty()
            : GroupRow.find(session, by, group.id());
    Lookup lookup = new Lookup(session);
    KpiGroup joined =
        group
            .join(
                present.map(ViewedGroup::group),
                () -> lookup.number(Sql.COUNT_GROUPS, group.account().value()) - 1,
                limits)
            .state();
    return new ViewedGroup(joined, present.map(ViewedGroup::favorite).orElse(false));
  }

  @Override
  public Optional<ViewedGroup> again(Session session) throws SQLException {
    return Optional.of(make(session));
  }
}
