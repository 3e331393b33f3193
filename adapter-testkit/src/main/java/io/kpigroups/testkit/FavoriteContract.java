package io.kpigroups.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.Actor;
import io.kpigroups.domain.GroupNotFound;
import io.kpigroups.domain.KpiGroupId;
import io.kpigroups.domain.LimitReached;
import io.kpigroups.domain.RevisionMatch;
import io.kpigroups.domain.ViewedGroup;
import org.junit.jupiter.api.Test;

/** What {@link io.kpigroups.application.port.out.FavoriteStore} promises. */
public interface FavoriteContract extends StorageFixture {

  @Test
  default void aFavoriteIsOfOneUserAndMayBeRepeated() {
    Actor ann = annInNewAccount();
    Actor bob = colleague(ann, "bob");
    KpiGroupId group = newGroupId(ann);
    storage().favorites().add(ann, group, NO_LIMIT);
    storage().favorites().add(ann, group, NO_LIMIT);
    assertThat(find(ann, group).favorite()).isTrue();
    assertThat(find(bob, group).favorite()).isFalse();
    storage().favorites().remove(bob, group);
    assertThat(find(ann, group).favorite()).isTrue();
    storage().favorites().remove(ann, group);
    storage().favorites().remove(ann, group);
    assertThat(find(ann, group).favorite()).isFalse();
  }

  @Test
  default void aFavoriteChangesNothingOfTheGroup() {
    Actor ann = annInNewAccount();
    ViewedGroup before = newGroup(ann, "Watched");
    storage().favorites().add(ann, before.group().id(), NO_LIMIT);
    assertThat(find(ann, before.group().id()).group()).isEqualTo(before.group());
  }

  @Test
  default void onlyAGroupThatIsThereCanBeAFavorite() {
    Actor ann = annInNewAccount();
    KpiGroupId deleted = newGroupId(ann);
    storage().groups().delete(ann, deleted, NOON, RevisionMatch.any());
    for (KpiGroupId id : new KpiGroupId[] {StorageFixture.unknownGroup(), deleted}) {
      assertThatThrownBy(() -> storage().favorites().add(ann, id, 1))
          .isInstanceOf(GroupNotFound.class);
      assertThatThrownBy(() -> storage().favorites().remove(ann, id))
          .isInstanceOf(GroupNotFound.class);
    }
  }

  @Test
  default void theLimitIsOfOneUserAndARepeatDoesNotMeetIt() {
    Actor ann = annInNewAccount();
    KpiGroupId first = newGroupId(ann);
    KpiGroupId second = newGroupId(ann);
    storage().favorites().add(ann, first, 1);
    storage().favorites().add(ann, first, 1);
    assertThatThrownBy(() -> storage().favorites().add(ann, second, 1))
        .isInstanceOf(LimitReached.class);
    assertThat(find(ann, second).favorite()).isFalse();
    Actor bob = colleague(ann, "bob");
    storage().favorites().add(bob, second, 1);
    assertThat(find(bob, second).favorite()).isTrue();
  }

  @Test
  default void favoritesOnDeletedGroupsDoNotCountForTheLimit() {
    Actor ann = annInNewAccount();
    KpiGroupId doomed = newGroupId(ann);
    KpiGroupId next = newGroupId(ann);
    storage().favorites().add(ann, doomed, 1);
    storage().groups().delete(ann, doomed, NOON, RevisionMatch.any());
    storage().favorites().add(ann, next, 1);
    assertThat(find(ann, next).favorite()).isTrue();
  }

  private ViewedGroup find(Actor actor, KpiGroupId id) {
    return storage().groups().find(actor, id).orElseThrow();
  }
}
