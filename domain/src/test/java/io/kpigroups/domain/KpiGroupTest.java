package io.kpigroups.domain;

import static io.kpigroups.domain.Samples.ACCOUNT;
import static io.kpigroups.domain.Samples.ANN;
import static io.kpigroups.domain.Samples.BOB;
import static io.kpigroups.domain.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class KpiGroupTest {

  @Test
  void aNewGroupCountsAsModifiedWhenItWasCreated() {
    KpiGroup group = Samples.group(ACCOUNT);

    assertThat(group.created()).isEqualTo(new Stamp(ANN, NOON));
    assertThat(group.modified()).isEqualTo(group.created());
    assertThat(group.revision()).isEqualTo(Revision.of(1));
  }

  @Test
  void aRenameKeepsAllButNameModificationAndRevision() {
    KpiGroup group = Samples.group(ACCOUNT);
    Stamp later = new Stamp(BOB, NOON.plusSeconds(1));

    KpiGroup renamed = group.rename(new KpiGroupName("Revenue"), later, Revision.of(2));

    assertThat(renamed)
        .isEqualTo(
            new KpiGroup(
                ACCOUNT,
                group.id(),
                new KpiGroupName("Revenue"),
                group.created(),
                later,
                Revision.of(2)));
    assertThat(group).isEqualTo(Samples.group(ACCOUNT));
  }

  @Test
  void aRenameToTheSameNameGivesTheVeryGroup() {
    KpiGroup group = Samples.group(ACCOUNT);
    Stamp later = new Stamp(BOB, NOON.plusSeconds(1));

    assertThat(group.rename(new KpiGroupName(" Sales\u00A0"), later, Revision.of(2)))
        .isSameAs(group);
  }

  @Test
  void aGroupIsNeverModifiedBeforeItWasCreated() {
    KpiGroup group = Samples.group(ACCOUNT);
    Stamp earlier = new Stamp(BOB, NOON.minusSeconds(3_600));

    KpiGroup renamed = group.rename(new KpiGroupName("Revenue"), earlier, Revision.of(2));

    assertThat(renamed.modified()).isEqualTo(new Stamp(BOB, NOON));
  }

  @Test
  void aRenameThatChangesOnlyCaseIsAChange() {
    KpiGroup group = Samples.group(ACCOUNT);
    Stamp later = new Stamp(BOB, NOON.plusSeconds(1));

    assertThat(group.rename(new KpiGroupName("SALES"), later, Revision.of(2)).revision())
        .isEqualTo(Revision.of(2));
  }

  @Test
  void aStampIsCutToMilliseconds() {
    Instant precise = Instant.parse("2026-01-02T12:00:00.123999999Z");

    assertThat(new Stamp(ANN, precise).at()).isEqualTo(Instant.parse("2026-01-02T12:00:00.123Z"));
    assertThat(new Stamp(ANN, Instant.parse("1969-12-31T23:59:59.9999Z")).at())
        .isEqualTo(Instant.parse("1969-12-31T23:59:59.999Z"));
  }
}
