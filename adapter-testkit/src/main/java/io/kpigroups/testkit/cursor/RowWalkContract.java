package io.kpigroups.testkit.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.domain.group.KnownKpis;
import io.kpigroups.domain.group.KpiBatch;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.Member;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.KpiField;
import io.kpigroups.domain.query.KpiFilter;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.MemberField;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.testkit.fixture.MemberSteps;
import io.kpigroups.testkit.fixture.Race;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who walks members or KPIs from place to place sees what stays once, whatever others write. */
public interface RowWalkContract extends StorageFixture {
  @Test
  @Tag(Race.TAG)
  default void everyMemberWhosePlaceStaysIsSeenOnceWhileOthersComeGoAndAreRenamed() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    List<String> kpis = given(scene);
    for (int i = 0; i < kpis.size(); i += KpiBatch.MAX_KPIS) {
      List<String> part = kpis.subList(i, Math.min(i + KpiBatch.MAX_KPIS, kpis.size()));
      MemberSteps.change(scene, group, MemberSteps.batch(part, List.of()));
    }
    List<ListQuery<MemberField>> queries = new ArrayList<>();
    for (MemberField field : MemberField.values()) {
      queries.add(members(Order.ascending(field)));
      queries.add(members(Order.descending(field)));
    }

    List<List<Member>> walks =
        Meanwhile.walk(
            queries.stream()
                .<Function<Runnable, List<Member>>>map(
                    query -> behind -> PlacedList.members(scene, group).walk(query, behind))
                .toList(),
            List.of(
                i -> scene.join(group, scene.kpi("new" + i, newName(i)).id()),
                i -> rename(scene, moving(kpis), i),
                i ->
                    leaving(kpis, i)
                        .forEach(kpi -> scene.leave(group, kpi, KnownKpis.REGISTERED))));

    for (int i = 0; i < queries.size(); i++) {
      ListQuery<MemberField> query = queries.get(i);
      assertThat(walks.get(i)).isSortedAccordingTo(Order.comparator(query.order()));
      assertSeenOnce(
          kpis, MemberSteps.ids(walks.get(i)), query.order().get(0).field() == MemberField.NAME);
    }
  }

  @Test
  @Tag(Race.TAG)
  default void everyKpiWhosePlaceStaysIsSeenOnceWhileOthersComeGoAndAreRenamed() {
    Scene scene = new Scene(this);
    List<String> kpis = given(scene);
    List<ListQuery<KpiField>> queries = new ArrayList<>();
    for (KpiField field : KpiField.values()) {
      queries.add(kpis(Order.ascending(field)));
      queries.add(kpis(Order.descending(field)));
    }

    for (KpiFilter filter : List.of(KpiFilter.ALL, KpiFilter.UNGROUPED)) {
      List<List<Kpi>> walks =
          Meanwhile.walk(
              queries.stream()
                  .<Function<Runnable, List<Kpi>>>map(
                      query ->
                          behind -> PlacedList.kpis(scene, scene.ann, filter).walk(query, behind))
                  .toList(),
              List.of(
                  i -> scene.kpi("new" + i, newName(i)),
                  i -> scene.kpi(moving(kpis).get(i % moving(kpis).size()), newName(i)),
                  i -> leaving(kpis, i).forEach(scene::unregister)));

      for (int i = 0; i < queries.size(); i++) {
        ListQuery<KpiField> query = queries.get(i);
        assertThat(walks.get(i)).isSortedAccordingTo(Order.comparator(query.order()));
        List<String> ids = walks.get(i).stream().map(kpi -> kpi.id().value()).toList();
        assertSeenOnce(kpis, ids, query.order().get(0).field() == KpiField.NAME);
      }
    }
  }

  private static void assertSeenOnce(List<String> all, List<String> walked, boolean byName) {
    List<String> staying =
        byName ? staying(all) : Stream.concat(staying(all).stream(), moving(all).stream()).toList();
    assertThat(walked.stream().filter(staying::contains).toList())
        .doesNotHaveDuplicates()
        .hasSize(staying.size());
  }

  /** Half of them stay as they are, a quarter is renamed, a quarter goes. */
  private static List<String> staying(List<String> kpis) {
    return kpis.subList(0, kpis.size() / 2);
  }

  private static List<String> moving(List<String> kpis) {
    return kpis.subList(kpis.size() / 2, kpis.size() * 3 / 4);
  }

  private static Stream<KpiId> leaving(List<String> kpis, int round) {
    return kpis.stream().skip(kpis.size() * 3L / 4 + round).limit(1).map(KpiId::new);
  }

  private static void rename(Scene scene, List<String> kpis, int round) {
    String id = kpis.get(round % kpis.size());
    if (round % 3 == 0) {
      scene.unregister(new KpiId(id));
    } else {
      scene.kpi(id, newName(round));
    }
  }

  private static String newName(int round) {
    return (char) ('a' + round * 7 % 26) + " " + round;
  }

  /** Ids in no order, and names of which many are alike. */
  private List<String> given(Scene scene) {
    List<String> kpis = new ArrayList<>();
    for (int i = 0; i < rowsToWalk(); i++) {
      int place = i * 7_919 % rowsToWalk();
      kpis.add(scene.kpi("k" + place + "-" + i, "Name " + place % 53).id().value());
    }
    return kpis;
  }

  private static ListQuery<MemberField> members(Order<MemberField> order) {
    return ListQuery.members(List.of(order), PageRange.first(17), order.descending());
  }

  private static ListQuery<KpiField> kpis(Order<KpiField> order) {
    return ListQuery.kpis(List.of(order), PageRange.first(17), order.descending());
  }
}
