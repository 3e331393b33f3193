package io.kpigroups.testkit.filter;

import static io.kpigroups.domain.filter.FilterField.NAME;
import static io.kpigroups.testkit.fixture.ListSteps.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kpigroups.application.port.Call;
import io.kpigroups.domain.filter.FilterField;
import io.kpigroups.domain.filter.FilterWriter;
import io.kpigroups.domain.filter.GroupFilter;
import io.kpigroups.domain.filter.GroupFilter.Comparison;
import io.kpigroups.domain.filter.GroupFilter.NameMatches;
import io.kpigroups.domain.filter.GroupFilter.NoneOf;
import io.kpigroups.domain.filter.GroupFilter.OneOf;
import io.kpigroups.domain.filter.GroupFilter.Operator;
import io.kpigroups.domain.filter.GroupFilter.Or;
import io.kpigroups.domain.filter.NamePattern;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.value.FieldValue.Text;
import io.kpigroups.testkit.fixture.GroupSorts;
import io.kpigroups.testkit.fixture.ListSteps;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import io.kpigroups.testkit.sample.GivenGroups;
import io.kpigroups.testkit.sample.RandomFilters;
import io.kpigroups.testkit.sample.RandomTexts;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a filter says, a store finds those groups of which the domain says so. */
public interface GroupFilterContract extends StorageFixture {
  /** How many groups there are to be found or not. */
  int GROUPS = 40;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  default void everyFilterFindsTheGroupsThatTheDomainFinds(long seed) {
    Random random = new Random(seed);
    Scene scene = new Scene(this);
    RandomTexts texts = new RandomTexts(random, this);
    GivenGroups groups = new GivenGroups(scene, random, texts, GROUPS);
    RandomFilters filters = new RandomFilters(random, texts, groups);
    int telling = 0;

    for (int i = 0; i < filtersToTry(); i++) {
      GroupFilter filter = filters.next();
      GroupSelection life = random.nextInt(3) == 0 ? GroupSelection.DELETED : GroupSelection.LIVE;
      GroupSelection selection =
          new GroupSelection(filter, life.deletedAfter(), random.nextInt(4) == 0);
      ListQuery<GroupField> query = query(random, texts, life);
      Call viewer = texts.oneOf(List.of(scene.ann, scene.bob));
      if (canSay(filter)) {
        String what =
            String.format(
                Locale.ROOT,
                "seed %d, filter %d of %s: %s %s %s",
                seed,
                i,
                viewer.user().value(),
                FilterWriter.write(filter),
                selection,
                query);
        List<ViewedGroup> all = groups.selected(viewer, selection, query.order());
        int begin = query.range().skip();
        ListSteps.assertPage(
            ListSteps.page(scene, viewer, selection, query), all, begin, query, what);
        telling += all.isEmpty() || all.size() > GROUPS / 2 ? 0 : 1;
      }
    }
    assertThat(telling).as("filters that find some and not all").isPositive();
  }

  @Test
  default void namesDifferInCaseAndAccents() {
    Scene scene = new Scene(this);
    KpiGroup plain = scene.group("Sales");
    KpiGroup small = scene.group("sales");
    KpiGroup accented = scene.group("Sáles");

    assertThat(found(scene, new OneOf(NAME, List.of(new Text("sales"))))).isEqualTo(ids(small));
    assertThat(found(scene, new NoneOf(NAME, List.of(new Text("Sales")))))
        .isEqualTo(ids(small, accented));
    assertThat(found(scene, new Comparison(NAME, Operator.GREATER, new Text("Sales"))))
        .isEqualTo(ids(small, accented));
    assertThat(found(scene, beginsWith("S"))).isEqualTo(ids(plain, accented));
    assertThat(found(scene, beginsWith("S\u00E1"))).isEqualTo(ids(accented));
    assertThat(found(scene, beginsWith("s"))).isEqualTo(ids(small));
  }

  @Test
  default void namesBeyondTheBasicPlaneAreGreaterThanAllOthers() {
    assumeTrue(comparesByCodePoint(), "The store compares text by UTF-16 unit.");
    Scene scene = new Scene(this);
    KpiGroup beyond = scene.group("\uD83D\uDE00");
    KpiGroup basic = scene.group("\uFF5A");

    assertThat(found(scene, new Comparison(NAME, Operator.GREATER, new Text("\uFF5A"))))
        .isEqualTo(ids(beyond));
    assertThat(found(scene, new Comparison(NAME, Operator.LESS, new Text("\uD83D\uDE00"))))
        .isEqualTo(ids(basic));
  }

  @Test
  default void whatAnotherAccountHasIsFoundByNoFilter() {
    Scene scene = new Scene(this);
    Scene elsewhere = new Scene(this);
    KpiGroup live = elsewhere.group("Sales");
    KpiGroup deleted = elsewhere.deletedGroup("Sales", Scene.EVENING);
    GroupFilter byId =
        new OneOf(FilterField.ID, Stream.of(live, deleted).map(FilterField.ID::of).toList());

    for (GroupFilter filter :
        List.of(
            byId,
            new Or(List.of(byId, beginsWith("Sales"))),
            new OneOf(NAME, List.of(new Text("Sales"))),
            new NoneOf(NAME, List.of()),
            new Comparison(NAME, Operator.AT_LEAST, new Text("")))) {
      assertThat(found(scene, filter)).isEmpty();
      assertThat(ids(scene, GroupSelection.DELETED.with(filter))).isEmpty();
      assertThat(found(elsewhere, filter)).isEqualTo(ids(live));
      assertThat(ids(elsewhere, GroupSelection.DELETED.with(filter))).isEqualTo(ids(deleted));
    }
  }

  private static GroupFilter beginsWith(String text) {
    return new NameMatches(new NamePattern(List.of(text), true, false));
  }

  private static List<KpiGroupId> found(Scene scene, GroupFilter filter) {
    return ids(scene, GroupSelection.LIVE.with(filter));
  }

  private static ListQuery<GroupField> query(
      Random random, RandomTexts texts, GroupSelection life) {
    var sorts = life.deletedAfter().isPresent() ? GroupSorts.ofDeleted() : GroupSorts.all();
    return ListQuery.groups(
        texts.oneOf(sorts),
        new PageRange(
            Math.max(0, random.nextInt(8) - 4),
            texts.oneOf(List.of(1, 2, 3, 7, GROUPS, Integer.MAX_VALUE))),
        random.nextBoolean());
  }
}
