package io.kpigroups.testkit.filter;

import static io.kpigroups.testkit.fixture.ListSteps.ids;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.domain.filter.FilterField;
import io.kpigroups.domain.filter.GroupFilter;
import io.kpigroups.domain.filter.GroupFilter.Comparison;
import io.kpigroups.domain.filter.GroupFilter.NameContains;
import io.kpigroups.domain.filter.GroupFilter.NameMatches;
import io.kpigroups.domain.filter.GroupFilter.NoneOf;
import io.kpigroups.domain.filter.GroupFilter.OneOf;
import io.kpigroups.domain.filter.GroupFilter.Operator;
import io.kpigroups.domain.filter.NamePattern;
import io.kpigroups.domain.filter.SearchText;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.value.FieldValue;
import io.kpigroups.domain.value.FieldValue.Text;
import io.kpigroups.domain.value.Name;
import io.kpigroups.testkit.fixture.Literals;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody else takes for an operator, a pattern or code is text in a filter. */
public interface FilterInjectionContract extends StorageFixture {

  @ParameterizedTest
  @MethodSource("io.kpigroups.testkit.fixture.Literals#legal")
  default void whatIsCodeElsewhereIsFoundAsTextAndAsTextOnly(String literal) {
    Scene scene = new Scene(this);
    KpiGroup exact = scene.group(literal);
    KpiGroup around = scene.group("a" + literal + "b");
    KpiGroup other = scene.group("axb");
    KpiGroup another = scene.group("xyz 123");

    assertThat(found(scene, named(literal))).isEqualTo(ids(exact));
    assertThat(found(scene, named(literal, "axb"))).isEqualTo(ids(exact, other));
    assertThat(found(scene, notNamed(literal))).isEqualTo(ids(around, other, another));
    assertThat(found(scene, between(FilterField.NAME, literal))).isEqualTo(ids(exact));
    assertThat(found(scene, like(true, true, literal))).isEqualTo(ids(exact));
    assertThat(found(scene, like(true, true, "a", literal, "b"))).isEqualTo(ids(around));
    assertThat(found(scene, like(false, false, literal))).isEqualTo(ids(exact, around));
    assertThat(found(scene, new NameContains(SearchText.of(literal + "b")))).isEqualTo(ids(around));
    assertThat(scene.all(scene.ann).totalCount()).as("all are still there").isEqualTo(4);
  }

  @ParameterizedTest
  @MethodSource("io.kpigroups.testkit.fixture.Literals#illegal")
  default void whatNoNameHasFindsNothing(String literal) {
    Scene scene = new Scene(this);
    KpiGroup sales = scene.group("Sales");
    KpiGroup other = scene.group("Other sales");

    assertThat(found(scene, named(literal))).isEmpty();
    assertThat(found(scene, named("Sales", literal))).isEqualTo(ids(sales));
    assertThat(found(scene, notNamed(literal))).isEqualTo(ids(sales, other));
    assertThat(found(scene, between(FilterField.NAME, literal))).isEmpty();
    assertThat(found(scene, like(true, true, literal))).isEmpty();
    assertThat(found(scene, like(true, false, "Sales", literal + "\u0000"))).isEmpty();
  }

  @Test
  default void everyUserIsFoundByHisOwnIdOnly() {
    Scene scene = new Scene(this);
    List<String> users = Literals.users();
    List<KpiGroup> groups =
        users.stream()
            .map(id -> scene.create(scene.user(id), new Name("Of one"), Scene.NOON, Scene.PLENTY))
            .map(made -> made.group())
            .toList();

    for (int i = 0; i < users.size(); i++) {
      FieldValue user = new Text(users.get(i));
      for (FilterField field : List.of(FilterField.CREATED_BY_ID, FilterField.MODIFIED_BY_ID)) {
        assertThat(found(scene, new OneOf(field, List.of(user)))).isEqualTo(ids(groups.get(i)));
        assertThat(found(scene, new NoneOf(field, List.of(user)))).hasSize(users.size() - 1);
        assertThat(found(scene, between(field, users.get(i)))).isEqualTo(ids(groups.get(i)));
      }
    }
  }

  private static GroupFilter named(String... names) {
    return new OneOf(FilterField.NAME, texts(names));
  }

  private static GroupFilter notNamed(String... names) {
    return new NoneOf(FilterField.NAME, texts(names));
  }

  private static GroupFilter like(boolean atStart, boolean atEnd, String... pieces) {
    return new NameMatches(new NamePattern(List.of(pieces), atStart, atEnd));
  }

  /** Neither less nor greater. */
  private static GroupFilter between(FilterField field, String value) {
    return GroupFilter.and(
        Stream.of(Operator.AT_LEAST, Operator.AT_MOST)
            .<GroupFilter>map(operator -> new Comparison(field, operator, new Text(value)))
            .toList());
  }

  private static List<FieldValue> texts(String... values) {
    return Arrays.stream(values).<FieldValue>map(Text::new).toList();
  }

  private static List<KpiGroupId> found(Scene scene, GroupFilter filter) {
    return ids(scene, GroupSelection.LIVE.with(filter));
  }
}
