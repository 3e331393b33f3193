package io.kpigroups.domain.group;

import static io.kpigroups.domain.Samples.ACCOUNT;
import static io.kpigroups.domain.Samples.ANN;
import static io.kpigroups.domain.Samples.BOB;
import static io.kpigroups.domain.Samples.NOON;
import static io.kpigroups.domain.Samples.OTHER_ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.domain.Samples;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import org.junit.jupiter.api.Test;

/** What a look shows of a change that was sent and whose answer was lost. */
class LostAnswerTest {
  private static final RevisionMatch ANY = RevisionMatch.any();
  private static final Stamp LATER = new Stamp(BOB, NOON.plusSeconds(1));
  private static final Name REVENUE = new Name("Revenue");

  private final KpiGroup group = Samples.group(ACCOUNT);
  private final KpiGroup renamed = group.rename(REVENUE, LATER, ANY).state();
  private final KpiGroup deleted = group.delete(LATER, ANY).state();

  @Test
  void whatWasMadeIsShown() {
    assertThat(group.shows(Samples.group(ACCOUNT))).isTrue();
    assertThat(renamed.shows(group.rename(REVENUE, LATER, ANY).state())).isTrue();
    assertThat(deleted.shows(group.delete(LATER, ANY).state())).isTrue();
  }

  @Test
  void aPurgeThatHasBegunStillShowsTheDeletion() {
    assertThat(deleted.purge(LATER.at()).orElseThrow().shows(deleted)).isTrue();
  }

  @Test
  void whatWasNotMadeIsNotShown() {
    assertThat(group.shows(renamed)).isFalse();
    assertThat(group.shows(deleted)).isFalse();
  }

  @Test
  void whatAnotherDidIsNotTakenForOnesOwn() {
    Stamp others = new Stamp(ANN, LATER.at());
    Stamp atAnotherTime = new Stamp(BOB, LATER.at().plusMillis(1));
    for (Stamp other : new Stamp[] {others, atAnotherTime}) {
      assertThat(group.delete(other, ANY).state().shows(deleted)).isFalse();
      assertThat(group.rename(REVENUE, other, ANY).state().shows(renamed)).isFalse();
    }
    KpiGroup renamedAgain = renamed.rename(group.name(), LATER, ANY).state();
    assertThat(renamedAgain.shows(renamed)).isFalse();
  }

  @Test
  void anotherGroupShowsNothing() {
    assertThat(Samples.group(OTHER_ACCOUNT).shows(group)).isFalse();
    assertThat(Samples.group("b", "Sales", NOON).shows(group)).isFalse();
    KpiGroup madeLater =
        KpiGroup.create(ACCOUNT, group.id(), group.name(), new Stamp(ANN, NOON.plusMillis(1)));
    assertThat(madeLater.shows(group)).isFalse();
  }
}
