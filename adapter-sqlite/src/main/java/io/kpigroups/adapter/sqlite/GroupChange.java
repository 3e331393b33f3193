package io.kpigroups.adapter.sqlite;

import io.kpigroups.application.port.Call;
import io.kpigroups.domain.group.Decision;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** A change of one group that is there. */
final class GroupChange implements Database.Change<ViewedGroup> {

  /** Stores what the domain has decided. */
  @FunctionalInterface
  private interface Store {
    void store(Session session, KpiGroup decided) throws SQLException;
  }

  private final Call by;
  private final KpiGroupId id;
  private final Function<KpiGroup, Decision<KpiGroup>> rule;
  private final Store store;
  private Optional<KpiGroup> before = Optional.empty();
  private Optional<KpiGroup> decided = Optional.empty();

  private GroupChange(
      Call by, KpiGroupId id, Function<KpiGroup, Decision<KpiGroup>> rule, Store store) {
    this.by = by;
    this.id = id;
    this.rule = rule;
    this.store = store;
  }

  static GroupChange rename(Call by, KpiGroupId id, Name name, Instant at, RevisionMatch expected) {
    return new GroupChange(
        by, id, group -> group.rename(name, by.stamp(at), expected), GroupRow::rename);
  }

  static GroupChange delete(Call by, KpiGroupId id, Instant at, RevisionMatch expected) {
    return new GroupChange(
        by, id, group -> group.delete(by.stamp(at), expected), GroupRow::changeLife);
  }

  @Override
  public ViewedGroup make(Session session) throws SQLException {
    return make(session, GroupRow.find(session, by, id));
  }

  private ViewedGroup make(Session session, Optional<ViewedGroup> found) throws SQLException {
    before = found.map(ViewedGroup::group);
    Decision<KpiGroup> decision = rule.apply(KpiGroup.liveIn(by.account(), before));
    if (decision.isChange()) {
      store.store(session, decision.state());
    }
    decided = Optional.of(decision.state());
    return new ViewedGroup(decision.state(), found.map(ViewedGroup::favorite).orElse(false));
  }

  @Override
  public Optional<ViewedGroup> again(Session session) throws SQLException {
    Optional<ViewedGroup> found = GroupRow.find(session, by, id);
    Optional<KpiGroup> now = found.map(ViewedGroup::group);
    if (now.isPresent() && decided.isPresent() && now.get().shows(decided.get())) {
      return found;
    }
    return now.equals(before) ? Optional.of(make(session, found)) : Optional.empty();
  }
}
