package io.kpigroups.domain.kpi;

import static io.kpigroups.domain.Samples.ACCOUNT;
import static io.kpigroups.domain.Samples.OTHER_ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.failure.AccountMismatch;
import io.kpigroups.domain.failure.KpiNotFound;
import io.kpigroups.domain.failure.LimitReached;
import io.kpigroups.domain.failure.StaleRevision;
import io.kpigroups.domain.kpi.RegisterEntry.Effect;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

class RegisterEntryTest {
  private static final KpiId ID = new KpiId("k1");
  private static final Kpi KPI = kpi(ACCOUNT, "Revenue");
  private static final RevisionMatch UNSTATED = RevisionMatch.unconditional();
  private static final KpiCondition THERE = new KpiCondition(RevisionMatch.any(), UNSTATED);
  private static final KpiCondition ABSENT = new KpiCondition(UNSTATED, RevisionMatch.any());
  private static final AccountLimits TWO = new AccountLimits(1, 2, 1, 1);
  private static final LongSupplier NOT_ASKED =
      () -> {
        throw new AssertionError("What does not matter is not asked for.");
      };

  private final RegisterEntry absent = new RegisterEntry(ACCOUNT, Optional.empty());
  private final RegisterEntry present =
      new RegisterEntry(ACCOUNT, Optional.of(kpi(ACCOUNT, "Turnover")));

  @Test
  void aNewEntryIsMadeAsLongAsThereIsRoom() {
    assertThat(absent.put(KPI, KpiCondition.NONE, () -> 1, TWO)).isEqualTo(Effect.NEW);
    assertThat(absent.put(KPI, ABSENT, () -> 0, TWO)).isEqualTo(Effect.NEW);
    for (long registered : new long[] {2, 3}) {
      assertThatThrownBy(() -> absent.put(KPI, KpiCondition.NONE, () -> registered, TWO))
          .isInstanceOf(LimitReached.class)
          .hasMessageContaining("limit of 2 registered KPIs");
    }
  }

  @Test
  void anEntryThatIsThereIsReplacedWhateverTheLimit() {
    assertThat(present.put(KPI, KpiCondition.NONE, NOT_ASKED, TWO)).isEqualTo(Effect.REPLACED);
    assertThat(present.put(KPI, THERE, NOT_ASKED, TWO)).isEqualTo(Effect.REPLACED);
  }

  @Test
  void whatIsNotAsExpectedIsToldBeforeTheLimit() {
    assertThatThrownBy(() -> absent.put(KPI, THERE, NOT_ASKED, TWO))
        .isInstanceOf(StaleRevision.class);
    assertThatThrownBy(() -> present.put(KPI, ABSENT, NOT_ASKED, TWO))
        .isInstanceOf(StaleRevision.class);
  }

  @Test
  void aKpiOfAnotherAccountIsNeverEntered() {
    Kpi foreign = kpi(OTHER_ACCOUNT, "Revenue");

    assertThatThrownBy(() -> absent.put(foreign, THERE, NOT_ASKED, TWO))
        .isInstanceOf(AccountMismatch.class);
    assertThatThrownBy(() -> present.put(foreign, KpiCondition.NONE, NOT_ASKED, TWO))
        .isInstanceOf(AccountMismatch.class);
  }

  @Test
  void anEntryIsRemovedIfItIsThereAndAsExpected() {
    assertThat(present.remove(ID, KpiCondition.NONE)).isEqualTo(Effect.REMOVED);
    assertThatThrownBy(() -> present.remove(ID, ABSENT)).isInstanceOf(StaleRevision.class);
    for (KpiCondition expected : new KpiCondition[] {KpiCondition.NONE, THERE, ABSENT}) {
      assertThatThrownBy(() -> absent.remove(ID, expected)).isInstanceOf(KpiNotFound.class);
    }
  }

  private static Kpi kpi(AccountId account, String name) {
    return new Kpi(account, ID, new Name(name), List.of());
  }
}
