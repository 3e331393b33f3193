package io.kpigroups.testkit.group;

import static io.kpigroups.testkit.fixture.Scene.EVENING;
import static io.kpigroups.testkit.fixture.Scene.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.group.AccountRules;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How groups are made, found, renamed and deleted. */
public interface GroupStoreContract extends StorageFixture {

  @Test
  default void aGroupThatWasNeverMadeIsAbsent() {
    Scene scene = new Scene(this);
    scene.group("Another");

    assertAbsent(scene, Scene.unusedId());
  }

  @Test
  default void aNewGroupIsFoundAsItWasAnswered() {
    Scene scene = new Scene(this);

    ViewedGroup made = scene.create(scene.ann, new Name("Sales"), NOON, Scene.PLENTY);

    assertThat(made.favorite()).isFalse();
    assertThat(made.group().account()).isEqualTo(scene.account);
    assertThat(made.group().name()).isEqualTo(new Name("Sales"));
    assertThat(made.group().created().by()).isEqualTo(scene.ann.user());
    assertThat(made.group().modified()).isEqualTo(made.group().created());
    assertThat(scene.storage.groups().find(scene.ann, made.group().id())).contains(made);
    assertThat(scene.all(scene.ann).items()).containsExactly(scene.listed(made.group(), false));
  }

  @Test
  default void aRepeatedCreationMakesAnotherGroupOfTheSameName() {
    Scene scene = new Scene(this);

    KpiGroup one = scene.group("Sales");
    KpiGroup other = scene.group("Sales");

    assertThat(other.id()).isNotEqualTo(one.id());
    assertThat(scene.now(one)).isEqualTo(one);
    assertThat(scene.now(other)).isEqualTo(other);
  }

  @Test
  default void aRenameAnswersAndKeepsTheGroupAsItIsThen() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    KpiGroup bystander = scene.group("Sales");

    KpiGroup renamed = scene.rename(group, "Revenue", RevisionMatch.unconditional());

    assertThat(renamed.name()).isEqualTo(new Name("Revenue"));
    assertThat(renamed.id()).isEqualTo(group.id());
    assertThat(renamed.account()).isEqualTo(scene.account);
    assertThat(renamed.created()).isEqualTo(group.created());
    assertThat(renamed.modified().by()).isEqualTo(scene.bob.user());
    assertThat(renamed.revision()).isNotEqualTo(group.revision());
    assertThat(scene.now(group)).isEqualTo(renamed);
    assertThat(scene.now(bystander)).isEqualTo(bystander);
  }

  @Test
  default void aRenameToTheNameThatItHasChangesNothing() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");

    assertThat(scene.rename(group, "Sales", RevisionMatch.unconditional())).isEqualTo(group);
    assertThat(scene.now(group)).isEqualTo(group);
  }

  @Test
  default void aRenameKeepsMembersAndFavorites() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    KpiId kpi = scene.kpi("k1");
    scene.join(group, kpi);
    scene.favor(scene.ann, group);

    scene.rename(group, "Revenue", RevisionMatch.unconditional());

    assertThat(scene.find(scene.ann, group).favorite()).isTrue();
    assertThat(scene.tookOut(group, kpi)).isTrue();
  }

  @Test
  default void aRenameThatOnlyChangesCaseOrAccentsIsAChange() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Resume");

    KpiGroup lower = scene.rename(group, "resume", RevisionMatch.unconditional());
    KpiGroup accented = scene.rename(group, "résumé", RevisionMatch.unconditional());

    assertThat(List.of(group.revision(), lower.revision(), accented.revision()))
        .doesNotHaveDuplicates();
    assertThat(scene.now(group).name()).isEqualTo(new Name("résumé"));
  }

  @Test
  default void aDeletedGroupIsAbsentForEveryCall() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    KpiGroup kept = scene.group("Kept");
    scene.join(group, scene.kpi("k1"));
    scene.favor(scene.ann, group);

    scene.delete(group, EVENING);

    assertAbsent(scene, group.id());
    assertThat(scene.all(scene.ann).items()).containsExactly(scene.listed(kept, false));
    assertThat(scene.all(scene.ann).totalCount()).isEqualTo(1);
  }

  @Test
  default void aDeletedGroupLeavesItsKpisAndOtherGroupsAlone() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    KpiGroup other = scene.group("Other");
    KpiId kpi = scene.kpi("k1");
    scene.join(group, kpi);
    scene.join(other, kpi);
    scene.favor(scene.ann, other);

    scene.delete(group, EVENING);

    assertThat(scene.storage.kpis().find(scene.ann, kpi)).isPresent();
    assertThat(scene.find(scene.ann, other)).isEqualTo(new ViewedGroup(other, true));
    assertThat(scene.tookOut(other, kpi)).isTrue();
  }

  private static void assertAbsent(Scene scene, KpiGroupId id) {
    Name name = new Name("Name");
    KpiId kpi = scene.kpi("k1");
    RevisionMatch any = RevisionMatch.any();
    var groups = scene.storage.groups();
    var members = scene.storage.memberships();
    var favorites = scene.storage.favorites();
    AccountRules rules = AccountRules.DEFAULT;

    assertThat(groups.find(scene.ann, id)).isEmpty();
    assertNotFound(() -> groups.rename(scene.ann, id, name, NOON, RevisionMatch.unconditional()));
    assertNotFound(() -> groups.rename(scene.ann, id, name, NOON, any));
    assertNotFound(() -> groups.delete(scene.ann, id, NOON, RevisionMatch.unconditional()));
    assertNotFound(() -> groups.delete(scene.ann, id, NOON, any));
    assertNotFound(() -> members.add(scene.ann, id, kpi, NOON, rules));
    assertNotFound(() -> members.remove(scene.ann, id, kpi, NOON, rules));
    assertNotFound(() -> favorites.add(scene.ann, id, NOON, rules.limits()));
    assertNotFound(() -> favorites.remove(scene.ann, id, NOON));
  }

  private static void assertNotFound(Runnable call) {
    assertThatThrownBy(call::run).isInstanceOf(GroupNotFound.class);
  }
}
