package io.kpigroups.benchmarks.jmh;

import io.kpigroups.domain.cursor.Cursor;
import io.kpigroups.domain.cursor.ListScope;
import io.kpigroups.domain.filter.FilterParser;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.query.Position;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/**
 * Cursors, by which a client goes on behind a page.
 *
 * <p>Every page with another behind it writes one, and every request for that reads it. Both find
 * out of which list it is, which writes the filter anew.
 */
public class CursorBenchmark extends Measured {

  /** Which list is read. */
  public enum Kind {
    /** All groups by id, which is what a client gets that asks for nothing. */
    BY_ID(GroupSelection.LIVE, List.of()),
    /** All groups by name. */
    BY_NAME(GroupSelection.LIVE, List.of(Order.ascending(GroupField.NAME))),
    /** Some groups, by time and name. */
    FILTERED(
        GroupSelection.LIVE.with(FilterParser.parse("{createdById:{$ne:\"x\"},favorite:true}")),
        List.of(Order.descending(GroupField.DATE_UPDATED), Order.ascending(GroupField.NAME)));

    private final GroupSelection selection;
    private final List<Order<GroupField>> order;
    private final String cursor;

    Kind(GroupSelection selection, List<Order<GroupField>> asked) {
      this.selection = selection;
      this.order = ListQuery.groups(asked, PageRange.first(Samples.PAGE), false).order();
      this.cursor = write(Samples.last());
    }

    private String write(KpiGroup last) {
      return Cursor.of(scope(), order, Position.of(order, last));
    }

    private Position read() {
      return Cursor.read(cursor, scope(), order);
    }

    private ListScope scope() {
      return ListScope.of(Samples.ACCOUNT, selection);
    }
  }

  @Param Kind list = Kind.BY_ID;

  private final KpiGroup last = Samples.last();

  /** Writes the cursor behind the last row. */
  @Benchmark
  public String write() {
    return list.write(last);
  }

  /** Reads the cursor, and checks that it is of this list. */
  @Benchmark
  public Position read() {
    return list.read();
  }
}
