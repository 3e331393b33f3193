package io.kpigroups.testkit.member;

import static io.kpigroups.testkit.fixture.MemberSteps.members;
import static io.kpigroups.testkit.fixture.Scene.EVENING;
import static io.kpigroups.testkit.fixture.Scene.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.application.port.Call;
import io.kpigroups.domain.group.KnownKpis;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.Member;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.MemberField;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.value.Name;
import io.kpigroups.testkit.fixture.MemberSteps;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of members tells the time that was given with each, to the millisecond. */
public interface MemberStampContract extends StorageFixture {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-02T12:00:00.123456789Z",
        "1969-12-31T23:59:59.999Z",
        "2999-12-31T23:59:59.999999Z"
      })
  default void aMemberHasTheTimeGivenInMilliseconds(String time) {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    KpiId kpi = scene.kpi("k1");
    Instant at = Instant.parse(time);

    join(scene.bob, scene, group, kpi, at);

    assertThat(members(scene, group))
        .containsExactly(
            new Member(kpi, Optional.of(new Name("KPI k1")), new Stamp(scene.bob.user(), at)));
  }

  @Test
  default void aRepeatedAddKeepsTheStampOfTheFirstAndOneThatComesBackGetsANewOne() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    KpiId kpi = scene.kpi("k1");
    join(scene.ann, scene, group, kpi, NOON);
    join(scene.bob, scene, group, kpi, EVENING);
    assertThat(members(scene, group))
        .extracting(Member::added)
        .containsExactly(new Stamp(scene.ann.user(), NOON));

    scene.leave(group, kpi, KnownKpis.REGISTERED);
    join(scene.bob, scene, group, kpi, EVENING);
    assertThat(members(scene, group))
        .extracting(Member::added)
        .containsExactly(new Stamp(scene.bob.user(), EVENING));
  }

  @Test
  default void membersSortByTheTimeOfTheirAddition() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    List<String> ids = List.of("e", "d", "c", "b", "a");
    for (int i = 0; i < ids.size(); i++) {
      join(scene.ann, scene, group, scene.kpi(ids.get(i)), NOON.plusMillis(i / 2));
    }

    assertThat(sorted(scene, group, Order.ascending(MemberField.DATE_ADDED)))
        .containsExactly("d", "e", "b", "c", "a");
    assertThat(sorted(scene, group, Order.descending(MemberField.DATE_ADDED)))
        .containsExactly("a", "c", "b", "e", "d");
  }

  private static List<String> sorted(Scene scene, KpiGroup group, Order<MemberField> order) {
    PageRange all = PageRange.first(Scene.PLENTY);
    return MemberSteps.ids(
        MemberSteps.page(scene, group, ListQuery.members(List.of(order), all, true)).items());
  }

  private static void join(Call by, Scene scene, KpiGroup group, KpiId kpi, Instant at) {
    scene.join(by, group, kpi, at, KnownKpis.REGISTERED, Scene.PLENTY);
  }
}
