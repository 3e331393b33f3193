package io.kpigroups.testkit.store;

import static io.kpigroups.testkit.fixture.Scene.NOON;
import static io.kpigroups.testkit.fixture.Scene.PLENTY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.group.KnownKpis;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
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
    Name name = new Name("Mine");
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

    for (KnownKpis known : KnownKpis.values()) {
      assertNotFound(() -> intruder.join(group, kpi, known, PLENTY));
      assertNotFound(() -> intruder.leave(group, kpi, known));
    }
    assertNotFound(() -> intruder.favor(intruder.ann, group));
    assertNotFound(() -> intruder.unfavor(intruder.ann, group));

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

    assertNotFound(() -> intruder.leave(group, kpi, KnownKpis.REGISTERED));
    assertNotFound(() -> intruder.unfavor(intruder.ann, group));

    assertThat(owner.find(owner.ann, group).favorite()).isTrue();
    assertThat(owner.tookOut(group, kpi)).isTrue();
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
}
