package io.kpigroups.domain.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.failure.StaleRevision;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a change expects after a look, where it has a condition that no store takes. */
class SeenRevisionTest {
  private static final Revision ONE = Revision.of(1);
  private static final Revision TWO = Revision.of(2);
  private static final RevisionMatch NOTHING = RevisionMatch.unconditional();

  @Test
  void whatIsAsExpectedMustBeSoStill() {
    RevisionMatch unwanted = RevisionMatch.oneOf(Set.of(TWO));

    assertThat(NOTHING.ofSeen(ONE, unwanted).revisions()).contains(Set.of(ONE));
    assertThat(RevisionMatch.any().ofSeen(ONE, unwanted).revisions()).contains(Set.of(ONE));
    assertThat(RevisionMatch.oneOf(Set.of(ONE, TWO)).ofSeen(ONE, NOTHING).revisions())
        .contains(Set.of(ONE));
  }

  @Test
  void anotherRevisionThanExpectedIsStale() {
    RevisionMatch expected = RevisionMatch.oneOf(Set.of(ONE));

    assertThatThrownBy(() -> expected.ofSeen(TWO, NOTHING))
        .isInstanceOf(StaleRevision.class)
        .hasMessageContaining("changed since");
    assertThatThrownBy(() -> expected.ofSeen(TWO, RevisionMatch.any()))
        .as("what is expected is looked at first")
        .hasMessageContaining("changed since");
  }

  @Test
  void aRevisionThatIsUnwantedIsStale() {
    RevisionMatch unwanted = RevisionMatch.oneOf(Set.of(ONE));

    for (RevisionMatch expected : Set.of(NOTHING, RevisionMatch.any(), unwanted)) {
      assertThatThrownBy(() -> expected.ofSeen(ONE, unwanted))
          .isInstanceOf(StaleRevision.class)
          .hasMessageContaining("expected not to be");
      assertThatThrownBy(() -> expected.ofSeen(ONE, RevisionMatch.any()))
          .isInstanceOf(StaleRevision.class);
    }
  }
}
