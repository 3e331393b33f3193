package io.kpigroups.adapter.sqlite.store;

import io.kpigroups.adapter.sqlite.connection.Database;
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
final class GroupChange implements Database.Change<ViewedGroup> {
  private final Call by;
  private final KpiGroupId id;
  private final Rule rule;
  private Optional<KpiGroup> before = Optional.empty();
  private Optional<KpiGroup> decided = Optional.empty();

  /** Decides on what has the id in the account of who makes the change, whatever its life. */
  @FunctionalInterface
  interface Rule {
    Decision<KpiGroup> decide(PooledConnection connection, Optional<ViewedGroup> found);
  }

  GroupChange(Call by, KpiGroupId id, Rule rule) {
    this.by = by;
    this.id = id;
    this.rule = rule;
  }

  /** Makes a change that may be repeated. */
  static void write(Database database, Call by, KpiGroupId id, Rule rule) {
    database.write(by.deadline(), new GroupChange(by, id, rule)::make);
  }

  @Override
  public ViewedGroup make(PooledConnection connection) {
    return make(connection, GroupTable.find(connection, by, id));
  }

  private ViewedGroup make(PooledConnection connection, Optional<ViewedGroup> found) {
    Decision<KpiGroup> decision = rule.decide(connection, found);
    decision.changes().forEach(change -> store(connection, decision.state(), change));
    before = found.map(ViewedGroup::group);
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
      connection.update(SqliteMemberships.INSERT, account, id, added.kpi().value(), user, at);
    } else if (change instanceof Change.KpiRemoved removed) {
      connection.update(SqliteMemberships.DELETE, account, id, removed.kpi().value());
    } else if (change instanceof Change.GroupFavorited) {
      connection.update(SqliteFavorites.INSERT, account, id, user);
    } else if (change instanceof Change.GroupUnfavorited) {
      connection.update(SqliteFavorites.DELETE, account, id, user);
    } else {
      GroupTable.save(connection, group);
    }
  }

  /** A group that was not there before is made again: its id tells whether it is the same. */
  @Override
  public Optional<ViewedGroup> again(PooledConnection connection) {
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
