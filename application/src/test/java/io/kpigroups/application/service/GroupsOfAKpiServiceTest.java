package io.kpigroups.application.service;

import static io.kpigroups.application.service.Samples.ACCOUNT;
import static io.kpigroups.application.service.Samples.READER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.failure.KpiNotFound;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.PageRange;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page may be empty because it is behind the last group of the KPI. */
class GroupsOfAKpiServiceTest {
  private static final KpiId GONE = new KpiId("gone");

  private final FakeUseCases useCases = new FakeUseCases(Samples.SETTINGS);

  /** The KPI may be in groups of this list only, such as deleted ones. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void behindTheLastGroupAPageIsEmptyWhoeverIsKnown(boolean count) {
    useCases.groupStore.given(ACCOUNT, "a");

    assertThat(behindTheLast(count).items()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whereThereIsNoGroupAtAllTheKpiMustBeKnownOnEveryPage(boolean count) {
    assertThatThrownBy(() -> behindTheLast(count)).isInstanceOf(KpiNotFound.class);
  }

  private Page<ViewedGroup> behindTheLast(boolean count) {
    ListQuery<GroupField> query = ListQuery.groups(List.of(), new PageRange(5, 2), count);
    return useCases.groups.listOf(READER, GONE, GroupSelection.DELETED, query);
  }
}
