package io.kpigroups.adapter.mongo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.kpigroups.adapter.mongo.support.Fault;
import io.kpigroups.adapter.mongo.support.FaultyProxyTests;
import io.kpigroups.adapter.mongo.support.FaultyServerResource;
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
class LostAnswersTest extends FaultyProxyTests {
  private static final Name NEW = new Name("New");

  @ParameterizedTest
  @MethodSource("io.kpigroups.adapter.mongo.support.Fault#done")
  void aCreateThatWasDoneIsFoundByItsIdAndMadeOnce(Fault fault) {
    proxy.next("insert", fault);

    KpiGroup made = newGroup(ann, "Other").group();

    assertThat(allGroups(ann)).extracting(viewed -> viewed.group()).containsExactly(group, made);
  }

  @ParameterizedTest
  @MethodSource("io.kpigroups.adapter.mongo.support.Fault#undone")
  void aCreateThatWasNotDoneIsRepeated(Fault fault) {
    proxy.next("insert", fault);

    KpiGroup made = newGroup(ann, "Other").group();

    assertThat(allGroups(ann)).extracting(viewed -> viewed.group()).containsExactly(group, made);
  }

  @ParameterizedTest
  @MethodSource("io.kpigroups.adapter.mongo.support.Fault#done")
  void aRenameThatWasDoneIsSeenByItsStampAndRevision(Fault fault) {
    proxy.next("update", fault);

    KpiGroup renamed = rename(RevisionMatch.oneOf(Set.of(group.revision())));

    assertThat(renamed.name()).isEqualTo(NEW);
    assertThat(renamed.revision()).isEqualTo(Revision.of(2));
    assertThat(allGroups(ann)).extracting(viewed -> viewed.group()).containsExactly(renamed);
  }

  @ParameterizedTest
  @MethodSource("io.kpigroups.adapter.mongo.support.Fault#undone")
  void aRenameThatWasNotDoneIsRepeated(Fault fault) {
    proxy.next("update", fault);

    KpiGroup renamed = rename(RevisionMatch.any());

    assertThat(renamed.revision()).isEqualTo(Revision.of(2));
    assertThat(allGroups(ann)).extracting(viewed -> viewed.group()).containsExactly(renamed);
  }

  @ParameterizedTest
  @MethodSource("io.kpigroups.adapter.mongo.support.Fault#done")
  void aDeleteThatFindsItsOwnWorkHasSucceeded(Fault fault) {
    proxy.next("update", fault);

    assertThatCode(this::delete).doesNotThrowAnyException();

    assertThat(allGroups(ann)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("io.kpigroups.adapter.mongo.support.Fault#undone")
  void aDeleteThatWasNotDoneIsRepeated(Fault fault) {
    proxy.next("update", fault);

    assertThatCode(this::delete).doesNotThrowAnyException();

    assertThat(allGroups(ann)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("io.kpigroups.adapter.mongo.support.Fault#done")
  void aRestoreThatFindsTheGroupLiveHasSucceeded(Fault fault) {
    delete();
    proxy.next("update", fault);

    assertThat(restore(ann, group.id()).group()).isEqualTo(group);

    assertThat(allGroups(ann)).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("io.kpigroups.adapter.mongo.support.Fault#undone")
  void aRestoreThatWasNotDoneIsRepeated(Fault fault) {
    delete();
    proxy.next("update", fault);

    assertThat(restore(ann, group.id()).group()).isEqualTo(group);

    assertThat(allGroups(ann)).hasSize(1);
  }

  private KpiGroup rename(RevisionMatch expected) {
    return storage.groups().rename(ann, group.id(), NEW, NOON, expected).group();
  }

  private void delete() {
    storage.groups().delete(ann, group.id(), NOON.plusSeconds(1), RevisionMatch.any());
  }
}
