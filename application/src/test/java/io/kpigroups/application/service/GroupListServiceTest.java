package io.kpigroups.application.service;

import static io.kpigroups.application.service.Samples.ACCOUNT;
import static io.kpigroups.application.service.Samples.NOON;
import static io.kpigroups.application.service.Samples.READER;
import static io.kpigroups.application.service.Samples.RETENTION;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.domain.filter.SearchText;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.KpiFilter;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Owner;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.query.Position;
import io.kpigroups.domain.value.RevisionMatch;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GroupListServiceTest {
  private static final Instant DUE = NOON.minus(RETENTION);
  private static final ListQuery<GroupField> TWO = ListQuery.groups(PageRange.first(2));

  private final FakeUseCases useCases = new FakeUseCases(Samples.SETTINGS);

  @Test
  void ofDeletedGroupsOnlyThoseAreAskedForThatCanBeRestored() {
    GroupSelection deleted = GroupSelection.DELETED.with(new KpiId("k1")).withKpiCount();

    useCases.groups.list(READER, deleted, TWO);
    useCases.groups.list(READER, deleted.deletedAfter(NOON), TWO);

    assertThat(useCases.calls)
        .containsExactly(
            Invocation.of("list groups", READER, deleted.deletedAfter(DUE), TWO),
            Invocation.of("list groups", READER, deleted.deletedAfter(NOON), TWO));
  }

  @Test
  void liveGroupsAreAskedForAsTheyAreSelected() {
    GroupSelection live = GroupSelection.LIVE.with(new KpiId("k1"));

    useCases.groups.list(READER, live, TWO);

    assertThat(useCases.calls).containsExactly(Invocation.of("list groups", READER, live, TWO));
  }

  @Test
  void aPageBehindAPlaceIsCutToTheMaximumToo() {
    ListQuery<GroupField> first = ListQuery.groups(PageRange.first(100));
    KpiGroup group = useCases.groupStore.given(ACCOUNT, "a");
    Position place = Position.of(first.order(), group);

    useCases.groups.list(READER, first.after(place));

    assertThat(useCases.calls)
        .containsExactly(
            Invocation.of("list groups", READER, GroupSelection.LIVE, TWO.after(place)));
  }

  @Test
  void aDeletedGroupSaysFromWhenOnItCannotBeRestored() {
    KpiGroup group = useCases.groupStore.given(ACCOUNT, "a");
    Instant at = NOON.minusSeconds(10);
    KpiGroup deleted =
        group.delete(new Stamp(Samples.ANN, at), RevisionMatch.unconditional()).state();
    useCases.groupStore.given(deleted);

    List<ViewedGroup> rows = useCases.groups.list(READER, GroupSelection.DELETED, TWO).items();

    assertThat(rows).extracting(ViewedGroup::group).containsExactly(deleted);
    assertThat(rows)
        .extracting(ViewedGroup::purgeAfter)
        .containsExactly(Optional.of(at.plus(RETENTION)));
  }

  @Test
  void aLiveGroupSaysNothingOfThat() {
    KpiGroup group = useCases.groupStore.given(ACCOUNT, "a");

    assertThat(useCases.groups.list(READER, TWO).items()).containsExactly(FakeGroups.viewed(group));
  }

  @Test
  void theRegisterIsListedAsItIsFilteredAndCutToTheMaximum() {
    KpiFilter filter =
        new KpiFilter(Optional.of(SearchText.of("net")), Optional.of(Owner.CALLER), true);

    useCases.register.list(READER, filter, ListQuery.kpis(new PageRange(1, 100)));

    assertThat(useCases.calls)
        .containsExactly(
            Invocation.of("list KPIs", READER, filter, ListQuery.kpis(new PageRange(1, 2))));
  }
}
