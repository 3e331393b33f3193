package io.kpigroups.bootstrap.service.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.client.Call;
import io.kpigroups.bootstrap.service.ledger.Contents.Favorite;
import io.kpigroups.bootstrap.service.ledger.Contents.Group;
import io.kpigroups.bootstrap.service.ledger.Contents.Member;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The audit of the fault tests finds what it is there to find. */
class AuditTest {
  private static final String ID = "5be26318e5274a0007f17f61";

  private final Ledger ledger = new Ledger(new Random(1));
  private final String account = ledger.client().account();

  private List<String> wrongWith(Group group, Set<Member> members, Set<Favorite> favorites) {
    return Audit.of(new Contents(Set.of(group), members, favorites), List.of(ledger));
  }

  private List<String> wrongWith(Group group) {
    return wrongWith(group, Set.of(), Set.of());
  }

  private Group row(String name, boolean live, long revision) {
    return new Group(account, ID, name, live, false, revision);
  }

  private Known made() {
    Known known = new Known("A");
    ledger.groups().put(ID, known);
    return known;
  }

  @Test
  void whatIsAsItWasAcknowledgedIsRight() {
    made().apply(Call.RENAME_GROUP, "", "B");
    assertThat(wrongWith(row("B", true, 2))).isEmpty();
  }

  @Test
  void aLostRenameIsFoundByItsNameAndByItsRevision() {
    made().apply(Call.RENAME_GROUP, "", "B");
    assertThat(wrongWith(row("A", true, 1))).hasSize(2);
    assertThat(wrongWith(row("B", true, 3))).hasSize(1);
  }

  @Test
  void aRenameInDoubtMayBeThereOrNotButNotHalf() {
    made().doubt(Call.RENAME_GROUP, "", "B");
    assertThat(wrongWith(row("A", true, 1))).isEmpty();
    assertThat(wrongWith(row("B", true, 2))).isEmpty();
    assertThat(wrongWith(row("C", true, 2))).hasSize(1);
  }

  @Test
  void aLostDeleteAndOneThatNobodyMadeAreFound() {
    Known known = made();
    assertThat(wrongWith(row("A", false, 1))).hasSize(1);
    known.apply(Call.DELETE_GROUP, "", "");
    assertThat(wrongWith(row("A", true, 1))).hasSize(1);
    assertThat(wrongWith(row("A", false, 1))).isEmpty();
  }

  @Test
  void aLostFavoriteAndAGroupThatNobodyMadeAreFound() {
    assertThat(wrongWith(row("A", true, 1))).hasSize(1);
    made().apply(Call.FAVORITE_GROUP, "", "");
    assertThat(wrongWith(row("A", true, 1))).hasSize(1);
    assertThat(wrongWith(row("A", true, 1), Set.of(), Set.of(new Favorite(account, ID, "ann"))))
        .isEmpty();
  }

  @Test
  void childrenOfAGroupThatIsGoneAreFound() {
    made();
    assertThat(
            wrongWith(
                row("A", true, 1),
                Set.of(new Member(account, "gone", "kpi")),
                Set.of(new Favorite(account, "gone", "ann"))))
        .hasSize(2);
  }
}
