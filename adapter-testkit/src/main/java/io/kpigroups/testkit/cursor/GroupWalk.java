package io.kpigroups.testkit.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Order;
import java.util.List;
import java.util.Set;

/**
 * A list of groups to be walked while others write.
 *
 * @param once what must be in it once
 */
record GroupWalk(GroupSelection selection, ListQuery<GroupField> query, Set<KpiGroupId> once) {
  private GroupField field() {
    return query.order().get(0).field();
  }

  /** Rows are in order and those that stay are there once; where no rename moves one, all are. */
  void assertRight(List<KpiGroup> walked) {
    List<KpiGroupId> ids = walked.stream().map(KpiGroup::id).toList();
    String what = selection + " " + query;
    assertThat(walked).as(what).isSortedAccordingTo(Order.comparator(query.order()));
    assertThat(ids.stream().filter(once::contains).toList())
        .as(what)
        .doesNotHaveDuplicates()
        .hasSize(once.size());
    if (!isChangedByARename(field())) {
      assertThat(ids).as(what).doesNotHaveDuplicates();
    }
  }

  /** Whether a rename moves a group in the order by this field. */
  static boolean isChangedByARename(GroupField field) {
    return field == GroupField.NAME || field == GroupField.DATE_UPDATED;
  }
}
