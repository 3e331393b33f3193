package io.kpigroups.adapter.mongo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.adapter.mongo.support.Interruptions;
import io.kpigroups.adapter.mongo.support.MongoFixture;
import io.kpigroups.adapter.mongo.support.MongoServerResource;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.failure.LimitReached;
import io.kpigroups.domain.group.KnownKpis;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.Revision;
import io.kpigroups.domain.value.RevisionMatch;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What others change between the commands of a call is looked at again, and limits still hold. */
@QuarkusTest
@QuarkusTestResource(MongoServerResource.class)
class InterruptedCallsTest implements MongoFixture {
  private static final RevisionMatch ANY = RevisionMatch.any();

  @Inject
  @Identifier("mongo")
  KpiGroupStorage storage;

  @Inject Interruptions interruptions;

  private final Call ann = annInNewAccount();

  @Override
  public KpiGroupStorage storage() {
    return storage;
  }

  @AfterEach
  void everythingWasDoneInBetween() {
    assertThat(interruptions.areOver()).isTrue();
  }

  @Test
  void aMemberThatFindsRoomWhichOthersTakeIsOneTooMany() {
    KpiGroupId id = newGroupId(ann);
    add(id, "k1");
    add(id, "k2");

    interruptions.begin();
    interruptions.before(1, () -> remove(id, "k1"));
    interruptions.before(2, () -> add(id, "k4"));
    assertThatThrownBy(() -> add(id, "k3")).isInstanceOf(LimitReached.class);

    assertThatCode(() -> add(id, "k2")).doesNotThrowAnyException();
    assertThatCode(() -> add(id, "k4")).doesNotThrowAnyException();
  }

  @Test
  void aGroupThatIsDeletedBeforeOrBehindALookTakesNoMember() {
    KpiGroupId one = newGroupId(ann);
    interruptions.begin();
    interruptions.before(0, () -> delete(one));
    assertThatThrownBy(() -> add(one, "k1")).isInstanceOf(GroupNotFound.class);

    KpiGroupId other = newGroupId(ann);
    add(other, "k1");
    add(other, "k2");
    interruptions.begin();
    interruptions.before(1, () -> remove(other, "k1"));
    interruptions.before(2, () -> delete(other));
    assertThatThrownBy(() -> add(other, "k3")).isInstanceOf(GroupNotFound.class);
  }

  @Test
  void aFavoriteThatFindsRoomWhichIsTakenElsewhereIsOneTooMany() {
    KpiGroupId one = newGroupId(ann);
    KpiGroupId two = newGroupId(ann);
    KpiGroupId next = newGroupId(ann);
    KpiGroupId other = newGroupId(ann);
    favor(one);
    favor(two);

    interruptions.begin();
    interruptions.before(2, () -> storage.favorites().remove(ann, one, NOON));
    interruptions.before(3, () -> favor(other));
    assertThatThrownBy(() -> favor(next)).isInstanceOf(LimitReached.class);

    assertThat(allGroups(ann))
        .filteredOn(ViewedGroup::favorite)
        .extracting(viewed -> viewed.group().id())
        .containsExactly(two, other);
  }

  @Test
  void aRenameIsDecidedAgainOnWhatAnotherHasMadeOfTheGroup() {
    KpiGroupId id = newGroupId(ann);
    Call bob = call(ann.account(), "bob");
    interruptions.begin();
    interruptions.before(2, () -> rename(bob, id, "Bob's"));

    assertThat(rename(ann, id, "Ann's").group().revision()).isEqualTo(Revision.of(3));

    interruptions.begin();
    interruptions.before(2, () -> rename(bob, id, "Same"));
    assertThat(rename(ann, id, "Same").group().modified().by()).isEqualTo(bob.user());

    interruptions.begin();
    interruptions.before(1, () -> delete(id));
    assertThatThrownBy(() -> storage.groups().delete(ann, id, NOON, ANY))
        .isInstanceOf(GroupNotFound.class);
  }

  /** To a look it is as it was before, but it was deleted before already. */
  @Test
  void aDeleteIsDecidedAgainOnAGroupThatWasDeletedAndRestored() {
    KpiGroupId id = newGroupId(ann);
    interruptions.begin();
    interruptions.before(
        1,
        () -> {
          delete(id);
          restore(ann, id);
        });
    interruptions.before(3, () -> rename(ann, id, "Looked at again"));
    delete(id);
    assertThat(restore(ann, id).group().name()).isEqualTo(new Name("Looked at again"));
  }

  @Test
  void aRestoreIsDecidedAgainOnWhatAnotherHasMadeOfTheGroup() {
    KpiGroupId id = newGroupId(ann);
    delete(id);
    interruptions.begin();
    interruptions.before(
        3,
        () -> {
          restore(ann, id);
          rename(ann, id, "Restored");
        });
    assertThat(restore(ann, id).group().name()).isEqualTo(new Name("Restored"));

    delete(id);
    interruptions.begin();
    interruptions.before(
        3,
        () -> {
          restore(ann, id);
          storage.groups().delete(ann, id, NOON.plusSeconds(9), ANY);
        });
    assertThat(restore(ann, id).group().name()).isEqualTo(new Name("Restored"));
  }

  private ViewedGroup rename(Call by, KpiGroupId id, String name) {
    return storage.groups().rename(by, id, new Name(name), NOON, ANY);
  }

  private void delete(KpiGroupId id) {
    storage.groups().delete(ann, id, NOON.plusSeconds(1), ANY);
  }

  private void add(KpiGroupId id, String kpi) {
    storage
        .memberships()
        .add(ann, id, new KpiId(kpi), NOON, MongoFixture.members(2, KnownKpis.ANY));
  }

  private void remove(KpiGroupId id, String kpi) {
    storage.memberships().remove(ann, id, new KpiId(kpi), NOON, ANY_KPI);
  }

  private void favor(KpiGroupId id) {
    storage.favorites().add(ann, id, NOON, MongoFixture.favorites(2));
  }
}
