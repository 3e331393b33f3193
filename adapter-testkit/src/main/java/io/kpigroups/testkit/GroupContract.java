package io.kpigroups.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.Actor;
import io.kpigroups.domain.GroupNotFound;
import io.kpigroups.domain.KpiGroup;
import io.kpigroups.domain.KpiGroupId;
import io.kpigroups.domain.KpiGroupName;
import io.kpigroups.domain.LimitReached;
import io.kpigroups.domain.Revision;
import io.kpigroups.domain.RevisionMatch;
import io.kpigroups.domain.StaleRevision;
import io.kpigroups.domain.Stamp;
import io.kpigroups.domain.ViewedGroup;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What {@link io.kpigroups.application.port.out.GroupStore} promises of one group. */
public interface GroupContract extends StorageFixture {
  /** A time after {@link #NOON}. */
  Instant LATER = NOON.plusMillis(4_321);

  @Test
  default void aNewGroupIsFoundAsItWasMade() {
    Actor ann = annInNewAccount();
    ViewedGroup made = newGroup(ann, "Sales");
    KpiGroup group = made.group();
    assertThat(group.account()).isEqualTo(ann.account());
    assertThat(group.name()).isEqualTo(new KpiGroupName("Sales"));
    assertThat(group.created()).isEqualTo(new Stamp(ann.user(), NOON));
    assertThat(group.modified()).isEqualTo(group.created());
    assertThat(made.favorite()).isFalse();
    assertThat(storage().groups().find(ann, group.id())).contains(made);
  }

  @Test
  default void twoGroupsOfOneNameAreTwo() {
    Actor ann = annInNewAccount();
    KpiGroupId one = newGroupId(ann);
    assertThat(newGroupId(ann)).isNotEqualTo(one);
    assertThat(allGroups(ann)).hasSize(2);
  }

  @Test
  default void anyLegalNameComesBackExactly() {
    Actor ann = annInNewAccount();
    for (String name :
        List.of("Größe", "業績", "👩‍👩‍👧", "a\u200Db", "'; --", "$name.x", "😀".repeat(255))) {
      KpiGroupId id = newGroup(ann, name).group().id();
      assertThat(storage().groups().find(ann, id).orElseThrow().group().name().value())
          .isEqualTo(name);
    }
  }

  @Test
  default void anUnknownGroupIsAbsentInEveryCall() {
    Actor ann = annInNewAccount();
    assertAbsent(ann, StorageFixture.unknownGroup());
  }

  @Test
  default void aRenameChangesNameModificationAndRevision() {
    Actor ann = annInNewAccount();
    Actor bob = colleague(ann, "bob");
    KpiGroup before = newGroup(ann, "Old").group();
    ViewedGroup renamed = rename(bob, before.id(), "New", RevisionMatch.unconditional());
    KpiGroup after = renamed.group();
    assertThat(after.name().value()).isEqualTo("New");
    assertThat(after.created()).isEqualTo(before.created());
    assertThat(after.modified()).isEqualTo(new Stamp(bob.user(), LATER));
    assertThat(after.revision()).isNotEqualTo(before.revision());
    assertThat(storage().groups().find(bob, before.id())).contains(renamed);
  }

  @Test
  default void aRenameToTheSameNameChangesNothing() {
    Actor ann = annInNewAccount();
    ViewedGroup before = newGroup(ann, "Same");
    KpiGroupId id = before.group().id();
    Actor bob = colleague(ann, "bob");
    assertThat(rename(bob, id, "Same", RevisionMatch.unconditional())).isEqualTo(before);
    assertThat(rename(bob, id, "Same", one(before.group().revision()))).isEqualTo(before);
    assertThat(storage().groups().find(ann, id)).contains(before);
  }

  @Test
  default void aRenameAnswersWithTheFavoriteMarkOfTheActor() {
    Actor ann = annInNewAccount();
    KpiGroupId id = newGroupId(ann);
    storage().favorites().add(ann, id, NO_LIMIT);
    assertThat(rename(ann, id, "New", RevisionMatch.any()).favorite()).isTrue();
    assertThat(rename(colleague(ann, "bob"), id, "Newer", RevisionMatch.any()).favorite())
        .isFalse();
  }

  @Test
  default void onlyAnExpectedRevisionIsRenamed() {
    Actor ann = annInNewAccount();
    KpiGroup old = newGroup(ann, "Old").group();
    KpiGroup now = rename(ann, old.id(), "Now", one(old.revision())).group();
    for (RevisionMatch stale :
        List.of(one(old.revision()), one(new Revision("foreign")), RevisionMatch.oneOf(Set.of()))) {
      assertThatThrownBy(() -> rename(ann, old.id(), "Never", stale))
          .isInstanceOf(StaleRevision.class);
      assertThatThrownBy(() -> rename(ann, old.id(), "Now", stale))
          .isInstanceOf(StaleRevision.class);
      assertThatThrownBy(() -> storage().groups().delete(ann, old.id(), LATER, stale))
          .isInstanceOf(StaleRevision.class);
    }
    assertThat(storage().groups().find(ann, old.id()).orElseThrow().group()).isEqualTo(now);
    RevisionMatch both = RevisionMatch.oneOf(Set.of(old.revision(), now.revision()));
    assertThat(rename(ann, old.id(), "Next", both).group().name().value()).isEqualTo("Next");
  }

  @Test
  default void aDeletedGroupIsAbsentInEveryCall() {
    Actor ann = annInNewAccount();
    KpiGroup group = newGroup(ann, "Doomed").group();
    storage().groups().delete(ann, group.id(), LATER, one(group.revision()));
    assertAbsent(ann, group.id());
    assertThat(allGroups(ann)).isEmpty();
  }

  @Test
  default void deletedGroupsDoNotCountForTheLimit() {
    Actor ann = annInNewAccount();
    KpiGroupId first = newGroupId(ann);
    newGroupId(ann);
    KpiGroupName name = new KpiGroupName("Third");
    assertThatThrownBy(() -> storage().groups().create(ann, name, NOON, 2))
        .isInstanceOf(LimitReached.class);
    storage().groups().delete(ann, first, LATER, RevisionMatch.any());
    assertThat(storage().groups().create(ann, name, NOON, 2).group().name()).isEqualTo(name);
  }

  private void assertAbsent(Actor actor, KpiGroupId id) {
    assertThat(storage().groups().find(actor, id)).isEmpty();
    for (RevisionMatch any :
        List.of(RevisionMatch.any(), one(Revision.of(1)), RevisionMatch.unconditional())) {
      assertThatThrownBy(() -> rename(actor, id, "New", any)).isInstanceOf(GroupNotFound.class);
      assertThatThrownBy(() -> storage().groups().delete(actor, id, LATER, any))
          .isInstanceOf(GroupNotFound.class);
    }
  }

  private ViewedGroup rename(Actor by, KpiGroupId id, String name, RevisionMatch expected) {
    return storage().groups().rename(by, id, new KpiGroupName(name), LATER, expected);
  }

  private static RevisionMatch one(Revision revision) {
    return RevisionMatch.oneOf(Set.of(revision));
  }
}
