package io.kpigroups.domain.group;

import static io.kpigroups.domain.Samples.ACCOUNT;
import static io.kpigroups.domain.Samples.BOB;
import static io.kpigroups.domain.Samples.NOON;
import static io.kpigroups.domain.Samples.OTHER_ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.Samples;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.failure.IdTaken;
import io.kpigroups.domain.failure.LimitReached;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

/** Whether a new group joins those of its account. */
class JoinTest {
  private static final AccountLimits TWO = new AccountLimits(2, 1, 1, 1);
  private static final LongSupplier NOT_ASKED =
      () -> {
        throw new AssertionError("What does not matter is not asked for.");
      };

  private final KpiGroup group = Samples.group(ACCOUNT);

  @Test
  void aGroupJoinsAsLongAsThereIsRoom() {
    for (long live : new long[] {0, 1}) {
      Decision<KpiGroup> decision = group.join(Optional.empty(), () -> live, TWO);
      assertThat(decision.state()).isSameAs(group);
      assertThat(decision.changes())
          .containsExactly(new Change.GroupCreated(group.id(), group.name(), group.created()));
    }
  }

  @Test
  void anAccountThatIsFullTakesNoMore() {
    for (long live : new long[] {2, 3}) {
      assertThatThrownBy(() -> group.join(Optional.empty(), () -> live, TWO))
          .isInstanceOf(LimitReached.class)
          .hasMessageContaining("limit of 2 KPI groups");
    }
  }

  @Test
  void whatIsThereAlreadyIsAnsweredAsItIsByNow() {
    KpiGroup renamed =
        group.rename(new Name("Revenue"), new Stamp(BOB, NOON), RevisionMatch.any()).state();
    KpiGroup deleted = group.delete(new Stamp(BOB, NOON), RevisionMatch.any()).state();
    for (KpiGroup present : new KpiGroup[] {group, renamed, deleted}) {
      Decision<KpiGroup> decision = group.join(Optional.of(present), NOT_ASKED, TWO);
      assertThat(decision.isChange()).isFalse();
      assertThat(decision.state()).isSameAs(present);
    }
  }

  @Test
  void theIdOfAnotherGroupIsNotTaken() {
    KpiGroup madeByAnother =
        KpiGroup.create(ACCOUNT, group.id(), group.name(), new Stamp(BOB, NOON));
    for (KpiGroup present : new KpiGroup[] {Samples.group(OTHER_ACCOUNT), madeByAnother}) {
      assertThatThrownBy(() -> group.join(Optional.of(present), NOT_ASKED, TWO))
          .isInstanceOf(IdTaken.class);
    }
  }
}
