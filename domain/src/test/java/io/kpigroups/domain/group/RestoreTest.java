package io.kpigroups.domain.group;

import static io.kpigroups.domain.Samples.ACCOUNT;
import static io.kpigroups.domain.Samples.ANN;
import static io.kpigroups.domain.Samples.BOB;
import static io.kpigroups.domain.Samples.NOON;
import static io.kpigroups.domain.Samples.OTHER_ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.Samples;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.failure.LimitReached;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

class RestoreTest {
  private static final Stamp DELETION = new Stamp(BOB, NOON);
  private static final Stamp RESTORATION = new Stamp(ANN, NOON.plusSeconds(5));
  private static final AccountLimits TWO_GROUPS = new AccountLimits(2, 1, 1, 1);
  private static final LongSupplier NOT_ASKED =
      () -> {
        throw new AssertionError("Nobody needs to count.");
      };

  private final KpiGroup group =
      Samples.group(ACCOUNT)
          .rename(new Name("Revenue"), new Stamp(BOB, NOON), RevisionMatch.any())
          .state();
  private final KpiGroup deleted = group.delete(DELETION, RevisionMatch.any()).state();

  @Test
  void aDeletedGroupIsAsItWasBefore() {
    Decision<KpiGroup> decision = restore(deleted, NOON.minusMillis(1), () -> 1);

    assertThat(decision.state()).isEqualTo(group);
    assertThat(decision.changes())
        .containsExactly(new Change.GroupRestored(group.id(), group.name(), RESTORATION));
  }

  @Test
  void aLiveGroupStaysAndNothingIsCounted() {
    Decision<KpiGroup> decision = restore(group, Instant.MAX, NOT_ASKED);

    assertThat(decision.state()).isSameAs(group);
    assertThat(decision.isChange()).isFalse();
  }

  @Test
  void whatWasDeletedAtTheTimeOrBeforeCannotBeRestored() {
    assertAbsent(deleted, NOON);
    assertAbsent(deleted, NOON.plusMillis(1));
  }

  @Test
  void whatAPurgeHasMarkedCannotBeRestored() {
    assertAbsent(deleted.purge(NOON).orElseThrow(), NOON.minusMillis(1));
  }

  @Test
  void anAccountThatIsFullTakesNoGroupBack() {
    assertThat(restore(deleted, Instant.EPOCH, () -> 1).isChange()).isTrue();
    for (long live : new long[] {2, 3}) {
      assertThatThrownBy(() -> restore(deleted, Instant.EPOCH, () -> live))
          .isInstanceOf(LimitReached.class)
          .hasMessageContaining("2 KPI groups");
    }
  }

  @Test
  void aGroupOfTheAccountIsThereWhateverItsLife() {
    assertThat(KpiGroup.in(ACCOUNT, Optional.of(group))).isSameAs(group);
    assertThat(KpiGroup.in(ACCOUNT, Optional.of(deleted))).isSameAs(deleted);
    assertThatThrownBy(() -> KpiGroup.in(OTHER_ACCOUNT, Optional.of(deleted)))
        .isInstanceOf(GroupNotFound.class);
    assertThatThrownBy(() -> KpiGroup.in(ACCOUNT, Optional.empty()))
        .isInstanceOf(GroupNotFound.class);
  }

  private static void assertAbsent(KpiGroup group, Instant deletedAfter) {
    assertThatThrownBy(() -> restore(group, deletedAfter, NOT_ASKED))
        .isInstanceOf(GroupNotFound.class);
  }

  private static Decision<KpiGroup> restore(
      KpiGroup group, Instant deletedAfter, LongSupplier live) {
    return group.restore(RESTORATION, deletedAfter, live, TWO_GROUPS);
  }
}
