package io.kpigroups.domain.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.Samples;
import io.kpigroups.domain.failure.StaleRevision;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.Revision;
import io.kpigroups.domain.value.RevisionMatch;
import io.kpigroups.domain.value.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KpiConditionTest {
  private static final RevisionMatch NOTHING = RevisionMatch.unconditional();
  private static final Optional<Kpi> THERE = Optional.of(kpi("Revenue", "ann"));
  private static final Optional<Kpi> ABSENT = Optional.empty();
  private static final RevisionMatch IN_IT =
      RevisionMatch.oneOf(Set.of(kpi("Revenue", "ann").revision()));
  private static final RevisionMatch IN_ANOTHER =
      RevisionMatch.oneOf(Set.of(kpi("Revenue", "bob").revision()));

  @Test
  void nothingExpectedTakesWhateverIsThere() {
    assertThat(KpiCondition.NONE.isStated()).isFalse();
    assertAllows(KpiCondition.NONE, THERE);
    assertAllows(KpiCondition.NONE, ABSENT);
  }

  @Test
  void aMatchNeedsTheEntryAndInThatRevision() {
    assertAllows(new KpiCondition(RevisionMatch.any(), NOTHING), THERE);
    assertAllows(new KpiCondition(IN_IT, NOTHING), THERE);
    assertRefuses(new KpiCondition(IN_ANOTHER, NOTHING), THERE);
    assertRefuses(new KpiCondition(RevisionMatch.oneOf(Set.of()), NOTHING), THERE);
    assertRefuses(new KpiCondition(RevisionMatch.any(), NOTHING), ABSENT);
    assertRefuses(new KpiCondition(IN_IT, NOTHING), ABSENT);
  }

  @Test
  void aNoneMatchNeedsItAbsentOrInAnotherRevision() {
    assertRefuses(new KpiCondition(NOTHING, RevisionMatch.any()), THERE);
    assertRefuses(new KpiCondition(NOTHING, IN_IT), THERE);
    assertAllows(new KpiCondition(NOTHING, IN_ANOTHER), THERE);
    assertAllows(new KpiCondition(NOTHING, RevisionMatch.any()), ABSENT);
    assertAllows(new KpiCondition(NOTHING, IN_IT), ABSENT);
  }

  @Test
  void bothMustHold() {
    assertRefuses(new KpiCondition(IN_IT, RevisionMatch.any()), THERE);
    assertRefuses(new KpiCondition(IN_IT, RevisionMatch.any()), ABSENT);
    assertAllows(new KpiCondition(IN_IT, IN_ANOTHER), THERE);
  }

  @Test
  void entriesThatSayTheSameHaveTheSameRevisionAndNoOthers() {
    Set<Revision> revisions =
        Set.of(
            kpi("Revenue", "ann", "bob").revision(),
            kpi("Revenue", "bob", "ann").revision(),
            kpi("Revenue", "annbob").revision(),
            kpi("Revenue").revision(),
            kpi("Revenueann", "bob").revision(),
            kpi("revenue", "ann", "bob").revision());

    assertThat(revisions).hasSize(6);
    assertThat(kpi("Revenue", "ann").revision()).isEqualTo(kpi("Revenue", "ann").revision());
  }

  private static void assertAllows(KpiCondition condition, Optional<Kpi> present) {
    assertThatCode(() -> condition.check(present)).doesNotThrowAnyException();
  }

  private static void assertRefuses(KpiCondition condition, Optional<Kpi> present) {
    assertThatThrownBy(() -> condition.check(present)).isInstanceOf(StaleRevision.class);
  }

  private static Kpi kpi(String name, String... owners) {
    List<UserId> users = List.of(owners).stream().map(UserId::new).toList();
    return new Kpi(Samples.ACCOUNT, new KpiId("k1"), new Name(name), users);
  }
}
