package io.kpigroups.domain.group;

import static io.kpigroups.domain.Samples.ACCOUNT;
import static io.kpigroups.domain.Samples.BOB;
import static io.kpigroups.domain.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.domain.Samples;
import io.kpigroups.domain.value.RevisionMatch;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ViewedGroupTest {
  private static final KpiGroup GROUP = Samples.group(ACCOUNT);
  private static final KpiGroup DELETED =
      GROUP.delete(new Stamp(BOB, NOON), RevisionMatch.any()).state();
  private static final Duration WEEK = Duration.ofDays(7);

  @Test
  void aDeletedGroupSaysFromWhenOnItCannotBeRestored() {
    assertThat(new ViewedGroup(DELETED, true).keptFor(WEEK))
        .isEqualTo(
            new ViewedGroup(DELETED, true, OptionalLong.empty(), Optional.of(NOON.plus(WEEK))));
    assertThat(new ViewedGroup(DELETED, false).withKpiCount(3).keptFor(WEEK).kpiCount())
        .hasValue(3);
  }

  @Test
  void aLiveGroupSaysNothingOfThat() {
    assertThat(new ViewedGroup(GROUP, true).keptFor(WEEK)).isEqualTo(new ViewedGroup(GROUP, true));
  }

  @Test
  void whatAnotherSystemHasSaidOfThatStays() {
    Instant said = NOON.plusSeconds(1);
    ViewedGroup told = new ViewedGroup(DELETED, true, OptionalLong.of(2), Optional.of(said));

    assertThat(told.keptFor(WEEK)).isEqualTo(told);
    assertThat(told.withKpiCount(3).purgeAfter()).contains(said);
  }
}
