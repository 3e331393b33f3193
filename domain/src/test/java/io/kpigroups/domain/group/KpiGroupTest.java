package io.kpigroups.domain.group;

import static io.kpigroups.domain.Samples.ACCOUNT;
import static io.kpigroups.domain.Samples.ANN;
import static io.kpigroups.domain.Samples.BOB;
import static io.kpigroups.domain.Samples.NOON;
import static io.kpigroups.domain.Samples.OTHER_ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.Samples;
import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.failure.StaleRevision;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.Revision;
import io.kpigroups.domain.value.RevisionMatch;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KpiGroupTest {
  private static final Stamp LATER = new Stamp(BOB, NOON.plusSeconds(1));
  private static final Name REVENUE = new Name("Revenue");
  private static final RevisionMatch UNSTATED = RevisionMatch.unconditional();
  private static final RevisionMatch STALE = RevisionMatch.oneOf(Set.of(Revision.of(7)));

  private final KpiGroup group = Samples.group(ACCOUNT);
  private final KpiGroup deleted = group.delete(LATER, UNSTATED).state();

  @Test
  void aNewGroupIsLiveAndCountsAsModifiedWhenItWasCreated() {
    assertThat(group.created()).isEqualTo(new Stamp(ANN, NOON));
    assertThat(group.modified()).isEqualTo(group.created());
    assertThat(group.revision()).isEqualTo(Revision.of(1));
    assertThat(group.life().isLive()).isTrue();
    assertThat(group.life().deleted()).isEmpty();
  }

  @Test
  void aGroupOfItsAccountThatLivesIsThereAndNoOther() {
    assertThat(KpiGroup.liveIn(ACCOUNT, Optional.of(group))).isSameAs(group);
    assertAbsent(OTHER_ACCOUNT, Optional.of(group));
    assertAbsent(ACCOUNT, Optional.of(deleted));
    assertAbsent(ACCOUNT, deleted.purge(LATER.at()));
    assertAbsent(ACCOUNT, Optional.empty());
  }

  private static void assertAbsent(AccountId account, Optional<KpiGroup> found) {
    assertThatThrownBy(() -> KpiGroup.liveIn(account, found)).isInstanceOf(GroupNotFound.class);
  }

  @Test
  void aRenameKeepsAllButNameModificationAndRevision() {
    Decision<KpiGroup> decision = group.rename(REVENUE, LATER, UNSTATED);

    assertThat(decision.state())
        .isEqualTo(
            new KpiGroup(ACCOUNT, group.id(), REVENUE, group.created(), LATER, Revision.of(2)));
    assertThat(decision.changes())
        .containsExactly(new Change.GroupRenamed(group.id(), new Name("Sales"), REVENUE, LATER));
    assertThat(group).isEqualTo(Samples.group(ACCOUNT));
  }

  @Test
  void everyRenameRaisesTheRevision() {
    KpiGroup renamed = group.rename(REVENUE, LATER, UNSTATED).state();

    assertThat(renamed.rename(group.name(), LATER, UNSTATED).state().revision())
        .isEqualTo(Revision.of(3));
  }

  @Test
  void aRenameToTheSameNameChangesNothing() {
    Decision<KpiGroup> decision =
        group.rename(new Name(" Sales\u00A0"), LATER, RevisionMatch.any());

    assertThat(decision.isChange()).isFalse();
    assertThat(decision.state()).isSameAs(group);
  }

  @Test
  void aGroupIsNeverModifiedBeforeItWasCreated() {
    Stamp earlier = new Stamp(BOB, NOON.minusSeconds(3_600));

    Decision<KpiGroup> decision = group.rename(REVENUE, earlier, UNSTATED);

    assertThat(decision.state().modified()).isEqualTo(new Stamp(BOB, NOON));
    assertThat(decision.changes()).extracting(Change::stamp).containsExactly(new Stamp(BOB, NOON));
  }

  @Test
  void aRenameThatChangesOnlyCaseIsAChange() {
    assertThat(group.rename(new Name("SALES"), LATER, UNSTATED).isChange()).isTrue();
  }

  @Test
  void whatIsExpectedInAnotherRevisionIsNotChanged() {
    assertThatThrownBy(() -> group.rename(REVENUE, LATER, STALE)).isInstanceOf(StaleRevision.class);
    assertThatThrownBy(() -> group.rename(group.name(), LATER, STALE))
        .isInstanceOf(StaleRevision.class);
    assertThatThrownBy(() -> group.delete(LATER, STALE)).isInstanceOf(StaleRevision.class);
    RevisionMatch right = RevisionMatch.oneOf(Set.of(Revision.of(1), Revision.of(7)));
    assertThat(group.rename(REVENUE, LATER, right).isChange()).isTrue();
    assertThat(group.delete(LATER, right).isChange()).isTrue();
  }

  @Test
  void aDeletedGroupIsAsItWasAndSaysWhoDeletedIt() {
    Decision<KpiGroup> decision = group.delete(LATER, UNSTATED);

    assertThat(decision.state())
        .isEqualTo(
            new KpiGroup(
                ACCOUNT,
                group.id(),
                group.name(),
                group.created(),
                group.modified(),
                group.revision(),
                new GroupLife.Deleted(LATER)));
    assertThat(decision.changes())
        .containsExactly(new Change.GroupDeleted(group.id(), group.name(), LATER));
    assertThat(decision.state().life().deleted()).contains(LATER);
    assertThat(decision.state().life().isLive()).isFalse();
  }

  @Test
  void aDeletedGroupIsNotFoundBeforeAnythingElseIsSaid() {
    for (RevisionMatch expected : new RevisionMatch[] {UNSTATED, STALE}) {
      assertThatThrownBy(() -> deleted.rename(REVENUE, LATER, expected))
          .isInstanceOf(GroupNotFound.class);
      assertThatThrownBy(() -> deleted.rename(deleted.name(), LATER, expected))
          .isInstanceOf(GroupNotFound.class);
      assertThatThrownBy(() -> deleted.delete(LATER, expected)).isInstanceOf(GroupNotFound.class);
    }
  }

  @Test
  void aPurgeMarksWhatWasDeletedAtOrBeforeItsTime() {
    KpiGroup marked = deleted.purge(LATER.at()).orElseThrow();

    assertThat(marked.life()).isEqualTo(new GroupLife.Purging(LATER));
    assertThat(marked.life().deleted()).contains(LATER);
    assertThat(deleted.purge(LATER.at().minusMillis(1))).isEmpty();
    assertThat(group.purge(Instant.MAX)).isEmpty();
  }

  @Test
  void whatAPurgeHasMarkedStaysSoWhateverTheTimeIs() {
    KpiGroup marked = deleted.purge(LATER.at()).orElseThrow();

    assertThat(marked.purge(Instant.MIN)).containsSame(marked);
  }

  @Test
  void aStampIsCutToMilliseconds() {
    Instant precise = Instant.parse("2026-01-02T12:00:00.123999999Z");

    assertThat(new Stamp(ANN, precise).at()).isEqualTo(Instant.parse("2026-01-02T12:00:00.123Z"));
    assertThat(new Stamp(ANN, Instant.parse("1969-12-31T23:59:59.9999Z")).at())
        .isEqualTo(Instant.parse("1969-12-31T23:59:59.999Z"));
  }

  @Test
  void aRevisionThatIsNotCountedHasNoNumber() {
    assertThat(Revision.of(41).number()).isEqualTo(41);
    assertThatThrownBy(() -> new Revision("abc").number())
        .isInstanceOf(IllegalStateException.class);
  }
}
