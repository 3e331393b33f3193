package io.kpigroups.testkit.sample;

import static io.kpigroups.testkit.fixture.Scene.EVENING;
import static io.kpigroups.testkit.fixture.Scene.NOON;
import static io.kpigroups.testkit.fixture.Scene.PLENTY;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.application.port.Call;
import io.kpigroups.domain.filter.Candidate;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.value.RevisionMatch;
import io.kpigroups.domain.value.UserId;
import io.kpigroups.testkit.fixture.ListSteps;
import io.kpigroups.testkit.fixture.Scene;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Groups made by chance, live and deleted, with KPIs and favorites, and what the domain finds among
 * them. Stamps are what the store says, which may have a clock of its own.
 */
public final class GivenGroups {
  private final Scene scene;
  private final Random random;
  private final List<KpiId> kpis;
  private final Map<KpiGroupId, Set<KpiId>> members = new HashMap<>();
  private final Map<KpiGroupId, Set<UserId>> favorites = new HashMap<>();
  private final List<KpiGroup> groups = new ArrayList<>();

  /** Makes so many groups in the account of the scene. */
  public GivenGroups(Scene scene, Random random, RandomTexts texts, int count) {
    this.scene = scene;
    this.random = random;
    kpis = List.of(scene.kpi("k1"), scene.kpi("k2"), scene.kpi("K1"));
    for (int i = 0; i < count; i++) {
      make(texts);
    }
    for (GroupSelection life : List.of(GroupSelection.LIVE, GroupSelection.DELETED)) {
      ListSteps.groups(scene, scene.ann, life).forEach(row -> groups.add(row.group()));
    }
    assertThat(groups).hasSize(count);
  }

  private void make(RandomTexts texts) {
    Call by = random.nextBoolean() ? scene.ann : scene.bob;
    KpiGroup group =
        scene.create(by, texts.name(), NOON.plusMillis(random.nextInt(4)), PLENTY).group();
    if (random.nextInt(4) == 0) {
      scene.rename(group, texts.name().value(), RevisionMatch.unconditional());
    }
    for (KpiId kpi : kpis) {
      if (random.nextInt(3) == 0) {
        scene.join(group, kpi);
        members.computeIfAbsent(group.id(), none -> new HashSet<>()).add(kpi);
      }
    }
    for (Call user : List.of(scene.ann, scene.bob)) {
      if (random.nextInt(3) == 0) {
        scene.favor(user, group);
        favorites.computeIfAbsent(group.id(), none -> new HashSet<>()).add(user.user());
      }
    }
    if (random.nextInt(3) == 0) {
      scene.delete(group, EVENING.plusMillis(random.nextInt(4)));
    }
  }

  /** One of the groups. */
  public KpiGroup any() {
    return groups.get(random.nextInt(groups.size()));
  }

  /** One of the KPIs, or one that is in no group. */
  public KpiId anyKpi() {
    int one = random.nextInt(kpis.size() + 1);
    return one < kpis.size() ? kpis.get(one) : new KpiId("k");
  }

  /** What the domain selects, sorted. */
  public List<ViewedGroup> selected(
      Call viewer, GroupSelection selection, List<Order<GroupField>> order) {
    return groups.stream()
        .filter(group -> selection.matches(candidate(viewer, group)))
        .sorted(Order.comparator(order))
        .map(group -> row(viewer, selection, group))
        .toList();
  }

  private Candidate candidate(Call viewer, KpiGroup group) {
    return Candidate.of(group, isFavorite(viewer, group), members(group));
  }

  private ViewedGroup row(Call viewer, GroupSelection selection, KpiGroup group) {
    ViewedGroup row = scene.listed(group, isFavorite(viewer, group));
    return selection.kpiCount() ? row.withKpiCount(members(group).size()) : row;
  }

  private Set<KpiId> members(KpiGroup group) {
    return members.getOrDefault(group.id(), Set.of());
  }

  private boolean isFavorite(Call viewer, KpiGroup group) {
    return favorites.getOrDefault(group.id(), Set.of()).contains(viewer.user());
  }
}
