package io.kpigroups.testkit.cursor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.query.Position;
import io.kpigroups.domain.value.FieldValue;
import io.kpigroups.domain.value.FieldValue.Text;
import io.kpigroups.domain.value.FieldValue.Time;
import io.kpigroups.domain.value.RevisionMatch;
import io.kpigroups.testkit.fixture.GroupSorts;
import io.kpigroups.testkit.fixture.ListSteps;
import io.kpigroups.testkit.fixture.RestoreSteps;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import io.kpigroups.testkit.sample.GivenGroups;
import io.kpigroups.testkit.sample.RandomTexts;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A place in a list is one whether a row is there or not, and stays where it is. */
public interface PlaceContract extends StorageFixture {
  /** By name, which renames change. */
  ListQuery<GroupField> BY_NAME =
      ListQuery.groups(List.of(Order.ascending(GroupField.NAME)), PageRange.first(10));

  @Test
  default void thePlaceOfAGroupThatIsGoneStillLeadsOn() {
    Scene scene = new Scene(this);
    List<KpiGroup> groups = List.of("A", "B", "C", "D").stream().map(scene::group).toList();
    KpiGroup gone = groups.get(1);
    Position place = Position.of(BY_NAME.order(), gone);
    scene.delete(gone, Scene.EVENING);

    assertThat(behind(scene, place)).isEqualTo(ids(groups.subList(2, 4)));
    assertThat(scene.list(scene.ann, BY_NAME.after(place)).totalCount()).isEqualTo(3);
    scene.delete(groups.get(0), Scene.EVENING);
    scene.delete(groups.get(3), Scene.EVENING);
    assertThat(behind(scene, place)).isEqualTo(ids(groups.subList(2, 3)));
    RestoreSteps.restore(scene, gone);
    assertThat(behind(scene, place)).isEqualTo(ids(groups.subList(2, 3)));
    scene.delete(groups.get(2), Scene.EVENING);
    assertThat(behind(scene, place)).isEmpty();
  }

  @Test
  default void thePlaceOfAGroupStaysWhereTheGroupWasWhenItWasRead() {
    Scene scene = new Scene(this);
    List<KpiGroup> groups = List.of("A", "B", "C", "D").stream().map(scene::group).toList();
    KpiGroup moving = groups.get(1);
    Position place = Position.of(BY_NAME.order(), moving);

    scene.rename(moving, "Z", RevisionMatch.unconditional());
    assertThat(behind(scene, place)).isEqualTo(ids(List.of(groups.get(2), groups.get(3), moving)));
    scene.rename(moving, "0", RevisionMatch.unconditional());
    assertThat(behind(scene, place)).isEqualTo(ids(groups.subList(2, 4)));
    KpiGroup between = scene.group("BB");
    scene.group("AA");
    assertThat(behind(scene, place)).isEqualTo(ids(List.of(between, groups.get(2), groups.get(3))));
  }

  @Test
  default void thePlaceOfADeletedGroupThatIsRestoredLeadsOnAmongTheDeletedOnes() {
    Scene scene = new Scene(this);
    List<KpiGroup> groups =
        List.of("A", "B", "C").stream()
            .map(name -> scene.deletedGroup(name, Scene.EVENING))
            .toList();
    Position place = Position.of(BY_NAME.order(), groups.get(1));
    RestoreSteps.restore(scene, groups.get(1));

    assertThat(
            ListSteps.ids(
                ListSteps.page(scene, scene.ann, GroupSelection.DELETED, BY_NAME.after(place))
                    .items()))
        .containsExactly(groups.get(2).id());
  }

  @Test
  default void aPlaceBeyondTheBasicPlaneIsBehindAllOthers() {
    assumeTrue(comparesByCodePoint(), "The store compares text by UTF-16 unit.");
    Scene scene = new Scene(this);
    KpiGroup beyond = scene.group("\uD83D\uDE00");
    KpiGroup basic = scene.group("\uFF5A");

    assertThat(behind(scene, Position.of(BY_NAME.order(), basic))).containsExactly(beyond.id());
    assertThat(behind(scene, Position.of(BY_NAME.order(), beyond))).isEmpty();
  }

  @Test
  default void everyPlaceLeadsToTheGroupsThatAreBehindIt() {
    assertEveryPlace(GroupSelection.LIVE, GroupSorts.all());
  }

  @Test
  default void everyPlaceLeadsToTheDeletedGroupsThatAreBehindIt() {
    assertEveryPlace(GroupSelection.DELETED, GroupSorts.ofDeleted());
  }

  /** Places between the rows, before the first and behind the last, and of many keys at once. */
  private void assertEveryPlace(GroupSelection selection, List<List<Order<GroupField>>> orders) {
    Random random = new Random(7);
    Scene scene = new Scene(this);
    RandomTexts texts = new RandomTexts(random, this);
    GivenGroups groups = new GivenGroups(scene, random, texts, 20);
    PlacedList<ViewedGroup, GroupField> list = PlacedList.groups(scene, scene.ann, selection);
    for (List<Order<GroupField>> order : orders) {
      ListQuery<GroupField> query = ListQuery.groups(order, PageRange.first(3));
      List<ViewedGroup> all = groups.selected(scene.ann, selection, query.order());
      for (boolean first : new boolean[] {true, false}) {
        Position edge = place(query, by -> edge(by, by.descending() == first));
        list.assertBehind(all, query, edge, "an edge");
      }
      for (int i = 0; i < 40; i++) {
        list.assertBehind(all, query, near(random, texts, query, all), "a place");
      }
    }
  }

  private static Position near(
      Random random, RandomTexts texts, ListQuery<GroupField> query, List<ViewedGroup> all) {
    return place(query, by -> near(random, texts, by.field().value(texts.oneOf(all).group())));
  }

  private static Position place(
      ListQuery<GroupField> query, Function<Order<GroupField>, FieldValue> value) {
    return new Position(query.order().stream().map(value).toList());
  }

  /** What comes behind or before all that there is. */
  private static FieldValue edge(Order<GroupField> by, boolean behind) {
    return by.field().isTime()
        ? new Time(Instant.parse(behind ? "9999-12-31T23:59:59.999Z" : "0001-01-01T00:00:00Z"))
        : new Text(behind ? Character.toString(0x10_FFFF) : "");
  }

  private static FieldValue near(Random random, RandomTexts texts, FieldValue value) {
    if (value instanceof Time time) {
      return new Time(time.value().plusMillis(random.nextInt(3) - 1L));
    }
    String text = ((Text) value).value();
    return new Text(
        texts.oneOf(
            List.of(
                text,
                text,
                text,
                text + '\u0000',
                text + ' ',
                text.substring(0, text.offsetByCodePoints(text.length(), -1)))));
  }

  private static List<KpiGroupId> behind(Scene scene, Position place) {
    return ListSteps.ids(scene.list(scene.ann, BY_NAME.after(place)).items());
  }

  private static List<KpiGroupId> ids(List<KpiGroup> groups) {
    return groups.stream().map(KpiGroup::id).toList();
  }
}
