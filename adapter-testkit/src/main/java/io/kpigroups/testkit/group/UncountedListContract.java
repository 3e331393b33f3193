package io.kpigroups.testkit.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.KpiFilter;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists whose rows are not counted still say whether there are more. */
public interface UncountedListContract extends StorageFixture {

  @Test
  default void groupsThatAreNotCountedComeAsThePageAndSayWhetherThereAreMore() {
    Scene scene = new Scene(this);
    for (int i = 0; i < 5; i++) {
      scene.group("Group " + i);
    }

    Page<ViewedGroup> middle = groups(scene, new PageRange(2, 2));
    assertThat(names(middle)).containsExactly("Group 2", "Group 3");
    assertThat(middle.total()).isEmpty();
    assertThat(middle.hasNext()).isTrue();

    Page<ViewedGroup> last = groups(scene, new PageRange(3, 2));
    assertThat(names(last)).containsExactly("Group 3", "Group 4");
    assertThat(last.hasNext()).isFalse();
    assertThat(groups(scene, new PageRange(5, 2)).items()).isEmpty();
    assertThat(groups(scene, new PageRange(0, Integer.MAX_VALUE)).items()).hasSize(5);
  }

  @Test
  default void kpisThatAreNotCountedComeAsThePageAndSayWhetherThereAreMore() {
    Scene scene = new Scene(this);
    for (String id : List.of("k1", "k2", "k3")) {
      scene.kpi(id);
    }

    Page<Kpi> first = kpis(scene, new PageRange(0, 2));
    assertThat(first.items()).extracting(kpi -> kpi.id().value()).containsExactly("k1", "k2");
    assertThat(first.total()).isEmpty();
    assertThat(first.hasNext()).isTrue();
    assertThat(kpis(scene, new PageRange(2, 2)).hasNext()).isFalse();
    assertThat(kpis(scene, new PageRange(1, 2)).hasNext()).isFalse();
    assertThat(kpis(scene, new PageRange(0, Integer.MAX_VALUE)).items()).hasSize(3);
    assertThat(kpis(scene, new PageRange(Integer.MAX_VALUE, Integer.MAX_VALUE)).items()).isEmpty();
  }

  private static Page<ViewedGroup> groups(Scene scene, PageRange range) {
    List<Order<GroupField>> byName = List.of(Order.ascending(GroupField.NAME));
    return scene
        .storage
        .groups()
        .list(scene.ann, GroupSelection.LIVE, ListQuery.groups(byName, range, false));
  }

  private static Page<Kpi> kpis(Scene scene, PageRange range) {
    return scene
        .storage
        .kpis()
        .list(scene.ann, KpiFilter.ALL, ListQuery.kpis(List.of(), range, false));
  }

  private static List<String> names(Page<ViewedGroup> page) {
    return page.items().stream().map(viewed -> viewed.group().name().value()).toList();
  }
}
