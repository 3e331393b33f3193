package io.kpigroups.benchmarks.scale;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.in.GroupMembership;
import io.kpigroups.benchmarks.report.Figures;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.MemberField;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.PageRange;
import java.util.List;
import java.util.stream.Stream;

/** The lists of members of the full group that are measured. */
record MemberLists(GroupMembership memberships, SeededFile file) {

  Stream<ScaleOperation<?>> all() {
    return Stream.of(list("id", MemberField.KPI_ID), list("name", MemberField.NAME));
  }

  private ScaleOperation<?> list(String by, MemberField field) {
    Call call = Operations.callOf(SeededFile.NONE);
    int page = file.amounts().page();
    ListQuery<MemberField> query =
        ListQuery.members(List.of(Order.ascending(field)), PageRange.first(page), true);
    String name =
        "members by " + by + ", " + page + " of " + Figures.whole(file.amounts().members());
    return ScaleOperation.reading(
        name, times -> checked(name, memberships.list(call, SeededFile.FULL_GROUP, query), page));
  }

  /**
   * The page.
   *
   * @throws IllegalStateException if it has not as many rows as expected: then something else is
   *     measured than the name says
   */
  static <T> Page<T> checked(String name, Page<T> page, int expected) {
    if (page.items().size() != expected) {
      throw new IllegalStateException(
          name + " answered " + page.items().size() + " rows, not " + expected);
    }
    return page;
  }
}
