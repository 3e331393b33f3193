package io.kpigroups.testkit.kpi;

import static io.kpigroups.testkit.fixture.ListSteps.kpis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.failure.KpiNotFound;
import io.kpigroups.domain.group.AccountRules;
import io.kpigroups.domain.group.KnownKpis;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.KpiFilter;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which registered KPIs are in no live group, and which KPIs are known at all. */
public interface UngroupedKpiContract extends StorageFixture {

  @Test
  default void aKpiIsUngroupedUntilItJoinsAGroupAndAfterItLeftItsLast() {
    Scene scene = new Scene(this);
    KpiId kpi = scene.kpi("k1");
    scene.kpi("k2");
    KpiGroup one = scene.group("One");
    KpiGroup two = scene.group("Two");
    assertThat(ungrouped(scene)).containsExactly("k1", "k2");

    scene.join(one, kpi);
    scene.join(two, kpi);
    assertThat(ungrouped(scene)).containsExactly("k2");
    scene.leave(one, kpi, KnownKpis.REGISTERED);
    assertThat(ungrouped(scene)).containsExactly("k2");
    scene.leave(two, kpi, KnownKpis.REGISTERED);
    assertThat(ungrouped(scene)).containsExactly("k1", "k2");
  }

  @Test
  default void aKpiInDeletedGroupsOnlyIsUngrouped() {
    Scene scene = new Scene(this);
    KpiId kpi = scene.kpi("k1");
    KpiGroup group = scene.group("Sales");
    KpiGroup other = scene.group("Other");
    scene.join(group, kpi);
    scene.join(other, kpi);

    scene.delete(other, Scene.EVENING);
    assertThat(ungrouped(scene)).isEmpty();
    scene.delete(group, Scene.EVENING);
    assertThat(ungrouped(scene)).containsExactly("k1");
  }

  @Test
  default void aMemberThatIsNotInTheRegisterIsNotListed() {
    Scene scene = new Scene(this);
    KpiId gone = scene.kpi("gone");
    scene.kpi("k1");
    scene.join(scene.group("Sales"), gone);
    scene.unregister(gone);

    assertThat(ungrouped(scene)).containsExactly("k1");
    scene.kpi("gone");
    assertThat(ungrouped(scene)).as("in the register again").containsExactly("k1");
  }

  @Test
  default void groupsOfAnotherAccountDoNotMatter() {
    Scene scene = new Scene(this);
    Scene elsewhere = new Scene(this);
    scene.kpi("k1");
    elsewhere.join(elsewhere.group("Foreign"), elsewhere.kpi("k1"));

    assertThat(ungrouped(scene)).containsExactly("k1");
    assertThat(ungrouped(elsewhere)).isEmpty();
  }

  /** A store that leaves grouped KPIs out of a page that it has read must fill it up. */
  @Test
  default void aPageOfUngroupedKpisIsFullAndKnowsWhetherThereAreMore() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    for (int i = 0; i < 30; i++) {
      KpiId kpi = scene.kpi("k" + (100 + i));
      if (i % 10 != 0) {
        scene.join(group, kpi);
      }
    }

    for (boolean count : new boolean[] {true, false}) {
      assertThat(ids(page(scene, 0, 2, count))).containsExactly("k100", "k110");
      assertThat(page(scene, 0, 2, count).hasNext()).isTrue();
      assertThat(ids(page(scene, 1, 2, count))).containsExactly("k110", "k120");
      assertThat(page(scene, 1, 2, count).hasNext()).as("only grouped ones follow").isFalse();
      assertThat(page(scene, 3, 2, count).items()).isEmpty();
    }
    assertThat(page(scene, 3, 2, true).totalCount()).isEqualTo(3);
  }

  @Test
  default void aKpiIsKnownIfItIsRegisteredOrInALiveGroup() {
    Scene scene = new Scene(this);
    KpiId registered = scene.kpi("registered");
    KpiId grouped = scene.kpi("grouped");
    KpiId deleted = scene.kpi("in-deleted-group");
    KpiGroup group = scene.group("Sales");
    scene.join(group, grouped);
    KpiGroup gone = scene.group("Gone");
    scene.join(gone, deleted);
    scene.unregister(grouped);
    scene.unregister(deleted);
    scene.delete(gone, Scene.EVENING);

    assertThatCode(() -> requireKnown(scene, registered)).doesNotThrowAnyException();
    assertThatCode(() -> requireKnown(scene, grouped)).doesNotThrowAnyException();
    assertUnknown(scene, deleted);
    assertUnknown(scene, new KpiId("never"));
    scene.leave(group, grouped, KnownKpis.REGISTERED);
    assertUnknown(scene, grouped);
  }

  @Test
  default void aKpiThatIsKnownInAnotherAccountIsUnknownHere() {
    Scene scene = new Scene(this);
    Scene elsewhere = new Scene(this);
    elsewhere.join(elsewhere.group("Foreign"), elsewhere.kpi("k1"));

    assertUnknown(scene, new KpiId("k1"));
    elsewhere.unregister(new KpiId("k1"));
    assertUnknown(scene, new KpiId("k1"));
    assertThatCode(() -> requireKnown(elsewhere, new KpiId("k1"))).doesNotThrowAnyException();
  }

  private static void assertUnknown(Scene scene, KpiId kpi) {
    assertThatThrownBy(() -> requireKnown(scene, kpi))
        .isInstanceOf(KpiNotFound.class)
        .hasMessageContaining(": " + kpi.value() + ".");
  }

  private static void requireKnown(Scene scene, KpiId kpi) {
    scene.storage.memberships().requireKnown(scene.ann, kpi, AccountRules.DEFAULT);
  }

  private static List<String> ungrouped(Scene scene) {
    return kpis(scene, scene.ann, KpiFilter.UNGROUPED);
  }

  private static Page<Kpi> page(Scene scene, int skip, int limit, boolean count) {
    PageRange range = new PageRange(skip, limit);
    return scene
        .storage
        .kpis()
        .list(scene.ann, KpiFilter.UNGROUPED, ListQuery.kpis(List.of(), range, count));
  }

  private static List<String> ids(Page<Kpi> page) {
    return page.items().stream().map(kpi -> kpi.id().value()).toList();
  }
}
