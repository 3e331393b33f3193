package io.kpigroups.testkit.filter;

import static io.kpigroups.testkit.fixture.ListSteps.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.kpigroups.domain.filter.FilterField;
import io.kpigroups.domain.filter.GroupFilter;
import io.kpigroups.domain.filter.GroupFilter.And;
import io.kpigroups.domain.filter.GroupFilter.HasKpi;
import io.kpigroups.domain.filter.GroupFilter.NameMatches;
import io.kpigroups.domain.filter.GroupFilter.NoneOf;
import io.kpigroups.domain.filter.GroupFilter.OneOf;
import io.kpigroups.domain.filter.GroupFilter.Or;
import io.kpigroups.domain.filter.NamePattern;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.value.FieldValue;
import io.kpigroups.domain.value.FieldValue.Text;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Filters as large as they may be: what a parser lets through. */
public interface LargeFilterContract extends StorageFixture {
  /** The longest list. */
  int VALUES = 500;

  /** How many such lists are looked through at once. */
  int LISTS = 10;

  /** The longest literal. */
  int LETTERS = 1_000;

  @Test
  default void aLongListIsLookedThroughToItsEnd() {
    Scene scene = new Scene(this);
    KpiId kpi = scene.kpi("k1");
    KpiGroup first = scene.group("First");
    KpiGroup last = scene.group("Last");
    scene.join(first, kpi);

    assertThat(found(scene, list(FilterField.ID, 0, last.id().value()))).isEqualTo(ids(last));
    assertThat(found(scene, list(FilterField.NAME, 0, "Last"))).isEqualTo(ids(last));
    assertThat(
            found(scene, new NoneOf(FilterField.NAME, list(FilterField.NAME, 0, "Last").values())))
        .isEqualTo(ids(first));
    List<KpiId> kpis =
        Stream.concat(unknown(0, VALUES - 1).map(KpiId::new), Stream.of(kpi)).toList();
    assertThat(found(scene, new HasKpi(kpis))).isEqualTo(ids(first));
    assertThat(found(scene, new HasKpi(kpis.subList(0, VALUES - 1)))).isEmpty();
  }

  @Test
  default void manyLongListsAreLookedThrough() {
    List<GroupFilter> unknown =
        IntStream.range(0, LISTS - 1)
            .<GroupFilter>mapToObj(i -> list(FilterField.ID, i, "f".repeat(24)))
            .toList();
    assumeThat(canSay(new Or(unknown))).as("in one filter").isTrue();
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    scene.group("Other");
    OneOf last = list(FilterField.ID, LISTS, group.id().value());

    assertThat(found(scene, new Or(unknown))).isEmpty();
    assertThat(found(scene, new Or(Stream.concat(unknown.stream(), Stream.of(last)).toList())))
        .isEqualTo(ids(group));
  }

  @Test
  default void manyPartsAreLookedThrough() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Group 150");
    scene.group("Another");
    List<GroupFilter> parts =
        IntStream.range(0, 190)
            .<GroupFilter>mapToObj(i -> like(true, i % 2 == 0, "Group " + i))
            .toList();

    assertThat(found(scene, new Or(parts))).isEqualTo(ids(group));
    assertThat(found(scene, new And(parts))).isEmpty();
  }

  @Test
  default void aFilterIsLookedThroughToItsDepth() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    scene.group("Other");
    GroupFilter yes = like(true, true, "Sales");
    GroupFilter no = like(true, true, "Nobody");
    GroupFilter filter = yes;
    for (int depth = 0; depth < 8; depth++) {
      filter = depth % 2 == 0 ? new And(List.of(yes, filter)) : new Or(List.of(no, filter, no));
    }

    assertThat(found(scene, filter)).isEqualTo(ids(group));
  }

  @Test
  default void longTextsAreComparedToTheirEnd() {
    Scene scene = new Scene(this);
    String longest = "x".repeat(255);
    KpiGroup group = scene.group(longest);
    scene.group("x".repeat(254));

    assertThat(found(scene, new OneOf(FilterField.NAME, texts(longest)))).isEqualTo(ids(group));
    assertThat(found(scene, like(true, false, longest))).isEqualTo(ids(group));
    String beyond = "x".repeat(LETTERS);
    assertThat(found(scene, new OneOf(FilterField.NAME, texts(beyond)))).isEmpty();
    assertThat(found(scene, like(false, false, beyond))).isEmpty();
    // A pattern is as long as its text, and this one has a sign at its start.
    assertThat(found(scene, like(true, false, beyond.substring(1)))).isEmpty();
  }

  /**
   * A list that ends with the value; what is before it is nobody's, and another for each number.
   */
  private static OneOf list(FilterField field, int number, String last) {
    Stream<String> values = Stream.concat(unknown(number, VALUES - 1), Stream.of(last));
    return new OneOf(field, texts(values.toArray(String[]::new)));
  }

  /** Well-formed ids of any kind. */
  private static Stream<String> unknown(int number, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "f".repeat(18) + (100_000 + number * VALUES + i));
  }

  private static GroupFilter like(boolean atStart, boolean atEnd, String piece) {
    return new NameMatches(new NamePattern(List.of(piece), atStart, atEnd));
  }

  private static List<FieldValue> texts(String... values) {
    return Stream.of(values).<FieldValue>map(Text::new).toList();
  }

  private static List<KpiGroupId> found(Scene scene, GroupFilter filter) {
    return ids(scene, GroupSelection.LIVE.with(filter));
  }
}
