package io.kpigroups.adapter.sqlite.store;

import static io.kpigroups.adapter.sqlite.store.Statements.named;

import io.kpigroups.adapter.sqlite.connection.PooledConnection;
import io.kpigroups.application.port.Call;
import io.kpigroups.domain.group.Change;
import io.kpigroups.domain.group.Decision;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.group.ViewedGroup;
import java.util.Optional;

/**
 * A change of one group, its members or its favorites: the group is looked up, the domain decides,
 * and what it has decided is stored.
 */
final class GroupChange {
  private final Call by;
  private final KpiGroupId id;
  private final Rule rule;
  private Optional<KpiGroup> before = Optional.empty();
  private Optional<KpiGroup> decided = Optional.empty();

  /** Decides on what has the id in the account of who makes the change, whatever its life. */
  @FunctionalInterface
  interface Rule {
    Decision<KpiGroup> decide(PooledConnection connection, Optional<KpiGroup> found);
  }

  GroupChange(Call by, KpiGroupId id, Rule rule) {
    this.by = by;
    this.id = id;
    this.rule = rule;
  }

  ViewedGroup make(PooledConnection connection) {
    return make(connection, GroupTable.find(connection, by, id));
  }

  private ViewedGroup make(PooledConnection connection, Optional<ViewedGroup> found) {
    before = found.map(ViewedGroup::group);
    Decision<KpiGroup> decision = rule.decide(connection, before);
    decision.changes().forEach(change -> store(connection, decision.state(), change));
    decided = Optional.of(decision.state());
    return new ViewedGroup(decision.state(), found.map(ViewedGroup::favorite).orElse(false));
  }

  private static void store(PooledConnection connection, KpiGroup group, Change change) {
    String account = group.account().value();
    String id = group.id().value();
    Stamp stamp = change.stamp();
    String user = stamp.by().value();
    if (change instanceof Change.KpiAdded added) {
      long at = stamp.at().toEpochMilli();
      connection.update(named("insert member"), account, id, added.kpi().value(), user, at);
    } else if (change instanceof Change.KpiRemoved removed) {
      connection.update(named("delete member"), account, id, removed.kpi().value());
    } else if (change instanceof Change.GroupFavorited) {
      connection.update(named("insert favorite"), account, id, user);
    } else if (change instanceof Change.GroupUnfavorited) {
      connection.update(named("delete favorite"), account, id, user);
    } else {
      GroupTable.save(connection, group);
    }
  }

  /**
   * Looks whether the change was made, and if not makes it; empty if a look does not tell. A group
   * that was not there before is made again: its id tells whether it is the same.
   */
  Optional<ViewedGroup> again(PooledConnection connection) {
    Optional<ViewedGroup> found = GroupTable.find(connection, by, id);
    Optional<KpiGroup> now = found.map(ViewedGroup::group);
    if (now.isPresent() && decided.filter(now.get()::shows).isPresent()) {
      return found;
    }
    return before.isEmpty() || before.equals(now)
        ? Optional.of(make(connection, found))
        : Optional.empty();
  }
}
