package io.kpigroups.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.Revision;
import io.kpigroups.domain.value.RevisionMatch;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Changes whose answers were lost, or say something else than what was done: a look tells. */
@QuarkusTest
@QuarkusTestResource(value = FaultyServerResource.class, restrictToAnnotatedClass = true)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LostAnswersTest extends OnAFaultyLine {
  private static final Name NEW = new Name("New");

  @ParameterizedTest
  @MethodSource("io.kpigroups.adapter.mongo.Fault#done")
  void aCreateThatWasDoneIsFoundByItsIdAndMadeOnce(Fault fault) {
    line.next("insert", fault);

    KpiGroup made = newGroup(ann, "Other").group();

    assertThat(allGroups(ann)).extracting(viewed -> viewed.group()).containsExactly(group, made);
  }

  @ParameterizedTest
  @MethodSource("io.kpigroups.adapter.mongo.Fault#undone")
  void aCreateThatWasNotDoneIsRepeated(Fault fault) {
    line.next("insert", fault);

    KpiGroup made = newGroup(ann, "Other").group();

    assertThat(allGroups(ann)).extracting(viewed -> viewed.group()).containsExactly(group, made);
  }

  @ParameterizedTest
  @MethodSource("io.kpigroups.adapter.mongo.Fault#done")
  void aRenameThatWasDoneIsSeenByItsStampAndRevision(Fault fault) {
    line.next("update", fault);

    KpiGroup renamed = rename(RevisionMatch.oneOf(Set.of(group.revision())));

    assertThat(renamed.name()).isEqualTo(NEW);
    assertThat(renamed.revision()).isEqualTo(Revision.of(2));
    assertThat(allGroups(ann)).extracting(viewed -> viewed.group()).containsExactly(renamed);
  }

  @ParameterizedTest
  @MethodSource("io.kpigroups.adapter.mongo.Fault#undone")
  void aRenameThatWasNotDoneIsRepeated(Fault fault) {
    line.next("update", fault);

    KpiGroup renamed = rename(RevisionMatch.any());

    assertThat(renamed.revision()).isEqualTo(Revision.of(2));
    assertThat(allGroups(ann)).extracting(viewed -> viewed.group()).containsExactly(renamed);
  }

  @ParameterizedTest
  @MethodSource("io.kpigroups.adapter.mongo.Fault#done")
  void aDeleteThatFindsItsOwnWorkHasSucceeded(Fault fault) {
    line.next("update", fault);

    assertThatCode(this::delete).doesNotThrowAnyException();

    assertThat(allGroups(ann)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("io.kpigroups.adapter.mongo.Fault#undone")
  void aDeleteThatWasNotDoneIsRepeated(Fault fault) {
    line.next("update", fault);

    assertThatCode(this::delete).doesNotThrowAnyException();

    assertThat(allGroups(ann)).isEmpty();
  }

  private KpiGroup rename(RevisionMatch expected) {
    return storage.groups().rename(ann, group.id(), NEW, NOON, expected).group();
  }

  private void delete() {
    storage.groups().delete(ann, group.id(), NOON.plusSeconds(1), RevisionMatch.any());
  }
}
