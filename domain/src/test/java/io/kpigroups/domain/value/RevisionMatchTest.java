package io.kpigroups.domain.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RevisionMatchTest {
  private static final Revision ONE = Revision.of(1);
  private static final Revision TWO = Revision.of(2);

  @Test
  void nothingStatedAllowsEveryRevision() {
    assertThat(RevisionMatch.unconditional().isStated()).isFalse();
    assertThat(RevisionMatch.unconditional().revisions()).isEmpty();
    assertThat(RevisionMatch.unconditional().allows(ONE)).isTrue();
  }

  @Test
  void anyAllowsEveryRevisionAndIsAStatement() {
    assertThat(RevisionMatch.any().isStated()).isTrue();
    assertThat(RevisionMatch.any().revisions()).isEmpty();
    assertThat(RevisionMatch.any().allows(ONE)).isTrue();
  }

  @Test
  void oneOfAllowsTheseRevisionsOnly() {
    Set<Revision> expected = new HashSet<>(Set.of(ONE));
    RevisionMatch match = RevisionMatch.oneOf(expected);

    expected.add(TWO);

    assertThat(match.isStated()).isTrue();
    assertThat(match.revisions()).contains(Set.of(ONE));
    assertThat(match.allows(ONE)).isTrue();
    assertThat(match.allows(TWO)).isFalse();
  }

  @Test
  void oneOfNoneAllowsNoRevision() {
    RevisionMatch match = RevisionMatch.oneOf(Set.of());

    assertThat(match.isStated()).isTrue();
    assertThat(match.revisions()).contains(Set.of());
    assertThat(match.allows(ONE)).isFalse();
  }
}
