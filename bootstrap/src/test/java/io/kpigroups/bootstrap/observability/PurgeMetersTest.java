package io.kpigroups.bootstrap.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PurgeMetersTest {
  private final TestMeters meters = new TestMeters();

  @Test
  void beforeTheFirstRunEverythingIsThereAndZero() {
    assertThat(meters.runs("ok")).isZero();
    assertThat(meters.runs("error")).isZero();
    assertThat(meters.removed()).isZero();
    assertThat(meters.backlog()).isZero();
    assertThat(lastSuccess()).isZero();
  }

  @Test
  void aSuccessCountsWhatWasRemovedAndRemembersWhenAndWhatIsDueSince() {
    meters.purge().backlog(7);
    meters.purge().removed(5);
    meters.purge().succeeded(2);
    meters.purge().removed(1);
    meters.purge().succeeded(1);

    assertThat(meters.runs("ok")).isEqualTo(2);
    assertThat(meters.removed()).isEqualTo(6);
    assertThat(meters.backlog()).isEqualTo(1);
    assertThat(lastSuccess()).isEqualTo(TestMeters.NOON.toEpochMilli());
  }

  @Test
  void aFailureLeavesTheBacklogAndTheLastSuccess() {
    meters.purge().backlog(7);
    meters.purge().removed(3);
    meters.purge().failed();

    assertThat(meters.removed()).isEqualTo(3);
    assertThat(meters.runs("error")).isEqualTo(1);
    assertThat(meters.backlog()).isEqualTo(7);
    assertThat(lastSuccess()).isZero();
  }

  private double lastSuccess() {
    return meters
        .registry()
        .get("kpigroups.purge.last.success.timestamp")
        .timeGauge()
        .value(TimeUnit.MILLISECONDS);
  }
}
