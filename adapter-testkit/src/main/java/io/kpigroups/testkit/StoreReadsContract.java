package io.kpigroups.testkit;

import io.kpigroups.testkit.cursor.CursorWalkContract;
import io.kpigroups.testkit.cursor.GroupCursorContract;
import io.kpigroups.testkit.cursor.PlaceContract;
import io.kpigroups.testkit.cursor.RowCursorContract;
import io.kpigroups.testkit.cursor.RowWalkContract;
import io.kpigroups.testkit.filter.FilterInjectionContract;
import io.kpigroups.testkit.filter.GroupFilterContract;
import io.kpigroups.testkit.filter.GroupSearchContract;
import io.kpigroups.testkit.filter.LargeFilterContract;
import io.kpigroups.testkit.fixture.StoredRows;
import io.kpigroups.testkit.fixture.StoredStamps;
import io.kpigroups.testkit.group.DeletedListContract;
import io.kpigroups.testkit.group.GroupListContract;
import io.kpigroups.testkit.group.GroupSelectionContract;
import io.kpigroups.testkit.group.GroupsOfAKpiContract;
import io.kpigroups.testkit.group.KpiCountContract;
import io.kpigroups.testkit.group.UncountedListContract;
import io.kpigroups.testkit.kpi.KpiFilterContract;
import io.kpigroups.testkit.kpi.KpiSearchContract;
import io.kpigroups.testkit.kpi.UngroupedKpiContract;
import io.kpigroups.testkit.member.MemberListContract;
import io.kpigroups.testkit.purge.DeletedAfterContract;
import io.kpigroups.testkit.report.ConformanceExtension;
import io.kpigroups.testkit.report.ConformanceFixture;
import io.kpigroups.testkit.report.Sentences;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** The half of the contract that is about reading many at once: lists, filters and cursors. */
@DisplayNameGeneration(Sentences.class)
@ExtendWith(ConformanceExtension.class)
abstract class StoreReadsContract implements StoredRows, StoredStamps, ConformanceFixture {

  /** A group of promises, tried with the store of the class around it. */
  abstract class Nest extends NestedFixture {
    @Override
    StoreReadsContract author() {
      return StoreReadsContract.this;
    }
  }

  /** What is on a page, in which order, and what is counted. */
  @Nested
  @DisplayName("Lists")
  @Tag("lists")
  public class Lists extends Nest
      implements GroupListContract,
          UncountedListContract,
          GroupSelectionContract,
          GroupsOfAKpiContract,
          KpiCountContract,
          DeletedListContract,
          DeletedAfterContract,
          MemberListContract {}

  /** What a filter finds, whatever it says. */
  @Nested
  @DisplayName("Filters and searches")
  @Tag("filters")
  public class Filters extends Nest
      implements GroupFilterContract,
          FilterInjectionContract,
          LargeFilterContract,
          GroupSearchContract,
          KpiSearchContract,
          KpiFilterContract,
          UngroupedKpiContract {}

  /** What begins behind a place, and who walks from one to the next. */
  @Nested
  @DisplayName("Cursors")
  @Tag("cursors")
  public class Cursors extends Nest
      implements GroupCursorContract,
          RowCursorContract,
          PlaceContract,
          CursorWalkContract,
          RowWalkContract {}
}
