package io.kpigroups.testkit.group;

import static io.kpigroups.testkit.fixture.Scene.EVENING;

import io.kpigroups.domain.filter.Candidate;
import io.kpigroups.domain.filter.GroupFilter;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.value.RevisionMatch;
import io.kpigroups.testkit.fixture.GroupSorts;
import io.kpigroups.testkit.fixture.ListSteps;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is selected, a store lists what the domain selects. */
public interface GroupSelectionContract extends StorageFixture {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  default void everySelectionGivesTheGroupsOfTheDomain(long seed) {
    Random random = new Random(seed);
    Scene scene = new Scene(this);
    List<KpiId> kpis = List.of(scene.kpi("k1"), scene.kpi("k2"), scene.kpi("k3"));
    Map<KpiGroup, Set<KpiId>> model = given(scene, kpis, random);

    for (int i = 0; i < 40; i++) {
      GroupSelection selection = selection(kpis, random);
      List<List<Order<GroupField>>> sorts = GroupSorts.ofDeleted();
      ListQuery<GroupField> query =
          ListQuery.groups(
              sorts.get(random.nextInt(sorts.size())),
              new PageRange(random.nextInt(4), 1 + random.nextInt(8)),
              random.nextBoolean());

      Page<ViewedGroup> page = scene.storage.groups().list(scene.ann, selection, query);

      List<ViewedGroup> all = expected(scene, model, selection, query);
      ListSteps.assertPage(page, all, query.range().skip(), query, selection + " " + query);
    }
  }

  private static List<ViewedGroup> expected(
      Scene scene,
      Map<KpiGroup, Set<KpiId>> model,
      GroupSelection selection,
      ListQuery<GroupField> query) {
    return model.keySet().stream()
        .filter(group -> selection.matches(Candidate.of(group, false, members(model, group))))
        .sorted(Order.comparator(query.order()))
        .map(group -> scene.listed(group, false))
        .map(
            row ->
                selection.kpiCount() ? row.withKpiCount(members(model, row.group()).size()) : row)
        .toList();
  }

  private static Set<KpiId> members(Map<KpiGroup, Set<KpiId>> model, KpiGroup group) {
    return model.getOrDefault(group, Set.of());
  }

  private static GroupSelection selection(List<KpiId> kpis, Random random) {
    int member = random.nextInt(kpis.size() + 1);
    GroupSelection selection =
        new GroupSelection(
            GroupFilter.ALL,
            random.nextBoolean()
                ? Optional.of(EVENING.plusMillis(random.nextInt(5) - 2L))
                : Optional.empty(),
            random.nextBoolean());
    return member < kpis.size() ? selection.with(kpis.get(member)) : selection;
  }

  /** Groups as the domain has them, with their members. */
  private static Map<KpiGroup, Set<KpiId>> given(Scene scene, List<KpiId> kpis, Random random) {
    Map<KpiGroup, Set<KpiId>> model = new HashMap<>();
    for (KpiGroup group : GroupSorts.givenGroups(scene)) {
      Set<KpiId> members = new HashSet<>();
      for (KpiId kpi : kpis) {
        if (random.nextBoolean()) {
          scene.join(group, kpi);
          members.add(kpi);
        }
      }
      if (random.nextBoolean()) {
        Stamp deletion = new Stamp(scene.ann.user(), EVENING.plusMillis(random.nextInt(4) - 1L));
        scene.delete(group, deletion.at());
        model.put(group.delete(deletion, RevisionMatch.unconditional()).state(), members);
      } else {
        model.put(group, members);
      }
    }
    return model;
  }
}
