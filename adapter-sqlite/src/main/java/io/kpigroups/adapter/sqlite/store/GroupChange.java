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

  /**
   * Decides on what has the id in the account of who makes the change, whatever its life, as that
   * user sees it, with the number of its KPIs.
   */
  @FunctionalInterface
  interface Rule {
    Decision<KpiGroup> decide(PooledConnection connection, Optional<ViewedGroup> found);
  }

  GroupChange(Call by, KpiGroupId id, Rule rule) {
    this.by = by;
    this.id = id;
    this.rule = rule;
  }

  private Optional<ViewedGroup> find(PooledConnection connection) {
    return connection.first(
        GroupTable.FIND,
        GroupTable::viewedAndCounted,
        by.user().value(),
        by.account().value(),
        id.value());
  }

  /** Makes the change; answers the group as it is then. */
  ViewedGroup make(PooledConnection connection) {
    Optional<ViewedGroup> found = find(connection);
    KpiGroup group = decide(connection, found).state();
    before = found.map(ViewedGroup::group);
    decided = Optional.of(group);
    return viewed(group, found);
  }

  /** The group, with the user's mark on what was found. */
  private static ViewedGroup viewed(KpiGroup group, Optional<ViewedGroup> found) {
    return new ViewedGroup(group, found.map(ViewedGroup::favorite).orElse(false));
  }

  /** Makes the change; answers what it was. */
  Decision<KpiGroup> decide(PooledConnection connection) {
    return decide(connection, find(connection));
  }

  private Decision<KpiGroup> decide(PooledConnection connection, Optional<ViewedGroup> found) {
    Decision<KpiGroup> decision = rule.decide(connection, found);
    decision.changes().forEach(change -> store(connection, decision.state(), change));
    return decision;
  }

  private static void store(PooledConnection connection, KpiGroup group, Change change) {
    String account = group.account().value();
    String id = group.id().value();
    Stamp stamp = change.stamp();
    String user = stamp.by().value();
    if (change instanceof Change.KpisAdded added) {
      long at = stamp.at().toEpochMilli();
      connection.update(named("insert members"), account, id, KpiIds.list(added.kpis()), user, at);
    } else if (change instanceof Change.KpisRemoved removed) {
      connection.update(named("delete members"), account, id, KpiIds.list(removed.kpis()));
    } else if (change instanceof Change.GroupFavorited) {
      connection.update(named("insert favorite"), account, id, user);
    } else if (change instanceof Change.GroupUnfavorited) {
      connection.update(named("delete favorite"), account, id, user);
    } else if (change instanceof Change.GroupCreated) {
      GroupTable.insert(connection, group);
    } else if (change instanceof Change.GroupRenamed) {
      GroupTable.rename(connection, group);
    } else {
      GroupTable.saveLife(connection, group);
    }
  }

  /**
   * Looks whether the change was made, and if not makes it; empty if a look does not tell. A group
   * that was not there before is made again: its id tells whether it is the same. What it compares
   * with stays, since this may run twice.
   */
  Optional<ViewedGroup> again(PooledConnection connection) {
    Optional<ViewedGroup> found = find(connection);
    Optional<KpiGroup> now = found.map(ViewedGroup::group);
    if (now.isPresent() && decided.filter(now.get()::shows).isPresent()) {
      return now.map(group -> viewed(group, found));
    }
    return before.isEmpty() || before.equals(now)
        ? Optional.of(viewed(decide(connection, found).state(), found))
        : Optional.empty();
  }
}
