package io.kpigroups.testkit;

import static io.kpigroups.testkit.Scene.NOON;
import static io.kpigroups.testkit.Scene.PLENTY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.AccountId;
import io.kpigroups.domain.GroupNotFound;
import io.kpigroups.domain.KnownKpis;
import io.kpigroups.domain.Kpi;
import io.kpigroups.domain.KpiGroup;
import io.kpigroups.domain.KpiGroupId;
import io.kpigroups.domain.KpiGroupName;
import io.kpigroups.domain.KpiId;
import io.kpigroups.domain.KpiName;
import io.kpigroups.domain.KpiNotFound;
import io.kpigroups.domain.KpiQuery;
import io.kpigroups.domain.PageRange;
import io.kpigroups.domain.RevisionMatch;
import io.kpigroups.domain.ViewedGroup;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing of an account can be seen or changed from another, not even by the same user. */
public interface AccountIsolationContract extends StorageFixture {

  @Test
  default void aForeignGroupIsAGroupThatDoesNotExist() {
    Scene owner = new Scene(this);
    Scene intruder = new Scene(this);
    KpiGroup group = owner.group("Sales");
    KpiGroupId id = group.id();
    KpiGroupName name = new KpiGroupName("Mine");
    var groups = intruder.storage.groups();

    assertThat(groups.find(intruder.ann, id)).isEmpty();
    assertThat(intruder.all(intruder.ann).items()).isEmpty();
    assertThat(intruder.all(intruder.ann).totalCount()).isZero();
    for (RevisionMatch match : List.of(RevisionMatch.unconditional(), Scene.in(group))) {
      assertNotFound(() -> groups.rename(intruder.ann, id, name, NOON, match));
      assertNotFound(() -> groups.delete(intruder.ann, id, NOON, match));
    }
    assertThat(owner.find(owner.ann, group)).isEqualTo(new ViewedGroup(group, false));
  }

  @Test
  default void aForeignGroupTakesNoMembersAndNoFavorites() {
    Scene owner = new Scene(this);
    Scene intruder = new Scene(this);
    KpiGroup group = owner.group("Sales");
    KpiId kpi = intruder.kpi("k1");
    var members = intruder.storage.memberships();
    var favorites = intruder.storage.favorites();

    for (KnownKpis known : KnownKpis.values()) {
      assertNotFound(() -> members.add(intruder.ann, group.id(), kpi, NOON, known, PLENTY));
      assertNotFound(() -> members.remove(intruder.ann, group.id(), kpi, known));
    }
    assertNotFound(() -> favorites.add(intruder.ann, group.id(), PLENTY));
    assertNotFound(() -> favorites.remove(intruder.ann, group.id()));

    assertThat(owner.find(owner.ann, group)).isEqualTo(new ViewedGroup(group, false));
    assertThat(owner.tookOut(group, kpi)).isFalse();
  }

  @Test
  default void foreignMembersAndFavoritesOutliveEveryTry() {
    Scene owner = new Scene(this);
    Scene intruder = new Scene(this);
    KpiGroup group = owner.group("Sales");
    KpiId kpi = owner.kpi("k1");
    intruder.kpi("k1");
    owner.join(group, kpi);
    owner.favor(owner.ann, group);

    assertNotFound(
        () ->
            intruder
                .storage
                .memberships()
                .remove(intruder.ann, group.id(), kpi, KnownKpis.REGISTERED));
    assertNotFound(() -> intruder.storage.favorites().remove(intruder.ann, group.id()));

    assertThat(owner.find(owner.ann, group).favorite()).isTrue();
    assertThat(owner.tookOut(group, kpi)).isTrue();
  }

  @Test
  default void aForeignKpiIsAKpiThatDoesNotExist() {
    Scene owner = new Scene(this);
    Scene intruder = new Scene(this);
    KpiId kpi = owner.kpi("k1");
    KpiGroup group = intruder.group("Mine");

    assertThat(intruder.storage.kpis().find(intruder.ann, kpi)).isEmpty();
    assertThat(intruder.storage.kpis().list(intruder.ann, KpiQuery.of(PageRange.first(10))).items())
        .isEmpty();
    assertUnknown(() -> intruder.storage.kpis().remove(intruder.ann, kpi));
    assertUnknown(() -> intruder.join(group, kpi));
    assertUnknown(() -> intruder.leave(group, kpi, KnownKpis.REGISTERED));
    assertThat(owner.storage.kpis().find(owner.ann, kpi)).isPresent();
  }

  @Test
  default void theSameKpiIdInTwoAccountsIsTwoKpis() {
    Scene one = new Scene(this);
    Scene two = new Scene(this);
    Kpi first = new Kpi(one.account, new KpiId("k1"), new KpiName("First"), List.of());
    Kpi second = new Kpi(two.account, new KpiId("k1"), new KpiName("Second"), List.of());
    one.storage.kpis().put(one.ann, first);
    two.storage.kpis().put(two.ann, second);
    KpiGroup ofOne = one.group("Sales");
    KpiGroup ofTwo = two.group("Sales");
    one.join(ofOne, first.id());

    assertThat(one.storage.kpis().find(one.ann, first.id())).contains(first);
    assertThat(two.storage.kpis().find(two.ann, first.id())).contains(second);
    one.storage.kpis().remove(one.ann, first.id());
    assertThat(two.storage.kpis().find(two.ann, second.id())).contains(second);
    assertThat(two.tookOut(ofTwo, second.id())).isFalse();
    assertThat(one.tookOut(ofOne, first.id())).isTrue();
  }

  @Test
  default void accountsDifferInCaseAndAreNoPatterns() {
    String id = Scene.freshAccount().value().substring(0, 30);
    Scene owner = new Scene(this, new AccountId("aB_" + id));
    KpiGroup group = owner.group("Sales");
    owner.kpi("k1");

    for (String almost : List.of("ab_" + id, "AB_" + id, "aBx" + id, "aB_" + id + "-")) {
      Scene other = new Scene(this, new AccountId(almost));
      assertThat(other.storage.groups().find(other.ann, group.id())).as(almost).isEmpty();
      assertThat(other.all(other.ann).totalCount()).as(almost).isZero();
      assertThat(other.storage.kpis().find(other.ann, new KpiId("k1"))).as(almost).isEmpty();
    }
  }

  private static void assertNotFound(Runnable call) {
    assertThatThrownBy(call::run).isInstanceOf(GroupNotFound.class);
  }

  private static void assertUnknown(Runnable call) {
    assertThatThrownBy(call::run).isInstanceOf(KpiNotFound.class);
  }
}
