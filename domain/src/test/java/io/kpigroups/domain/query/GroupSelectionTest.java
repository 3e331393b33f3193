package io.kpigroups.domain.query;

import static io.kpigroups.domain.Samples.ACCOUNT;
import static io.kpigroups.domain.Samples.BOB;
import static io.kpigroups.domain.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.domain.Samples;
import io.kpigroups.domain.filter.Candidate;
import io.kpigroups.domain.filter.GroupFilter;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.RevisionMatch;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GroupSelectionTest {
  private static final KpiId K1 = new KpiId("k1");
  private static final KpiId K2 = new KpiId("k2");
  private static final KpiGroup LIVE = Samples.group(ACCOUNT);
  private static final KpiGroup DELETED =
      LIVE.delete(new Stamp(BOB, NOON), RevisionMatch.any()).state();
  private static final KpiGroup PURGING = DELETED.purge(NOON).orElseThrow();

  @Test
  void liveGroupsAreSelectedUnlessDeletedOnesAreAskedFor() {
    assertThat(GroupSelection.LIVE.matches(Candidate.of(LIVE, false, Set.of()))).isTrue();
    assertThat(GroupSelection.LIVE.matches(Candidate.of(DELETED, false, Set.of()))).isFalse();
    assertThat(GroupSelection.LIVE.matches(Candidate.of(PURGING, false, Set.of()))).isFalse();
    assertThat(GroupSelection.DELETED.matches(Candidate.of(LIVE, false, Set.of()))).isFalse();
    assertThat(GroupSelection.DELETED.matches(Candidate.of(DELETED, false, Set.of()))).isTrue();
    assertThat(GroupSelection.DELETED.matches(Candidate.of(PURGING, false, Set.of()))).isFalse();
  }

  @Test
  void onlyGroupsThatContainTheKpiAreSelected() {
    for (KpiGroup group : new KpiGroup[] {LIVE, DELETED}) {
      GroupSelection selection =
          (group == LIVE ? GroupSelection.LIVE : GroupSelection.DELETED).with(K1);
      assertThat(selection.matches(Candidate.of(group, false, Set.of(K1, K2)))).isTrue();
      assertThat(selection.matches(Candidate.of(group, false, Set.of(K2)))).isFalse();
      assertThat(selection.matches(Candidate.of(group, false, Set.of()))).isFalse();
    }
    assertThat(GroupSelection.LIVE.with(K1).matches(Candidate.of(DELETED, false, Set.of(K1))))
        .isFalse();
  }

  @Test
  void aGroupMustBeDeletedAfterTheTimeAndNotAtIt() {
    assertThat(deletedAfter(NOON.minusMillis(1)).matches(Candidate.of(DELETED, false, Set.of())))
        .isTrue();
    assertThat(deletedAfter(NOON).matches(Candidate.of(DELETED, false, Set.of()))).isFalse();
    assertThat(deletedAfter(NOON.plusMillis(1)).matches(Candidate.of(DELETED, false, Set.of())))
        .isFalse();
    assertThat(deletedAfter(NOON.minusMillis(1)).matches(Candidate.of(PURGING, false, Set.of())))
        .isFalse();
  }

  @Test
  void theTimeIsOnlyEverNarrowedAndNeverTurnsLiveIntoDeleted() {
    GroupSelection noon = deletedAfter(NOON);

    assertThat(noon.deletedAfter(NOON.minusMillis(1))).isEqualTo(noon);
    assertThat(noon.deletedAfter(NOON)).isEqualTo(noon);
    assertThat(noon.deletedAfter(NOON.plusMillis(1)).deletedAfter()).contains(NOON.plusMillis(1));
    assertThat(GroupSelection.LIVE.deletedAfter(NOON)).isEqualTo(GroupSelection.LIVE);
  }

  @Test
  void whatIsAddedToASelectionKeepsTheRest() {
    GroupFilter favorite = new GroupFilter.Favorite(true);
    GroupFilter both = new GroupFilter.And(List.of(new GroupFilter.HasKpi(List.of(K1)), favorite));
    GroupSelection all = deletedAfter(NOON).with(K1).withKpiCount().with(favorite);

    assertThat(all).isEqualTo(new GroupSelection(both, Optional.of(NOON), true));
    assertThat(deletedAfter(NOON).withKpiCount().with(K1).with(favorite)).isEqualTo(all);
    assertThat(all.deletedAfter(NOON.plusMillis(1)))
        .isEqualTo(new GroupSelection(both, Optional.of(NOON.plusMillis(1)), true));
    assertThat(GroupSelection.LIVE.kpiCount()).isFalse();
    assertThat(GroupSelection.DELETED.kpiCount()).isFalse();
  }

  @Test
  void onlyGroupsThatMatchTheFilterAreSelected() {
    GroupSelection favorites = GroupSelection.LIVE.with(new GroupFilter.Favorite(true));

    assertThat(favorites.matches(Candidate.of(LIVE, true, Set.of()))).isTrue();
    assertThat(favorites.matches(Candidate.of(LIVE, false, Set.of()))).isFalse();
    assertThat(favorites.matches(Candidate.of(DELETED, true, Set.of()))).isFalse();
  }

  private static GroupSelection deletedAfter(Instant time) {
    return GroupSelection.DELETED.deletedAfter(time);
  }
}
