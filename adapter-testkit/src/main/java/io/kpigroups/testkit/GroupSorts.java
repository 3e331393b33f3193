package io.kpigroups.testkit;

import static io.kpigroups.domain.query.GroupField.DATE_CREATED;
import static io.kpigroups.domain.query.GroupField.DATE_UPDATED;
import static io.kpigroups.domain.query.GroupField.ID;
import static io.kpigroups.domain.query.GroupField.NAME;

import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.value.RevisionMatch;
import java.util.ArrayList;
import java.util.List;

/** The sorts that a list is tried with, and groups that make every key of them matter. */
final class GroupSorts {
  private GroupSorts() {}

  /** Every field in both directions, and several at once. */
  static List<List<Order<GroupField>>> all() {
    List<List<Order<GroupField>>> sorts = new ArrayList<>();
    sorts.add(List.of());
    for (GroupField field : GroupField.values()) {
      sorts.add(List.of(Order.ascending(field)));
      sorts.add(List.of(Order.descending(field)));
    }
    sorts.add(List.of(Order.ascending(NAME), Order.descending(DATE_CREATED)));
    sorts.add(List.of(Order.descending(DATE_UPDATED), Order.ascending(NAME)));
    sorts.add(List.of(Order.descending(NAME), Order.descending(ID)));
    sorts.add(
        List.of(
            Order.ascending(DATE_CREATED),
            Order.descending(NAME),
            Order.ascending(DATE_UPDATED),
            Order.descending(ID)));
    return sorts;
  }

  /** Groups with few names and few dates among them, so that ties are many. */
  static List<KpiGroup> givenGroups(Scene scene) {
    String[] names = {"beta", "Béta", "alpha", "\uD83D\uDE00"};
    List<KpiGroup> groups = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      KpiGroup group = scene.group(names[i % 4], Scene.NOON.plusMillis(i % 3));
      groups.add(i % 5 == 0 ? scene.rename(group, "Álpha", RevisionMatch.any()) : group);
    }
    return groups;
  }
}
