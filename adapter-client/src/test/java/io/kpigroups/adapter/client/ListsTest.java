package io.kpigroups.adapter.client;

import static io.kpigroups.adapter.client.Samples.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.GroupField;
import io.kpigroups.domain.GroupQuery;
import io.kpigroups.domain.Order;
import io.kpigroups.domain.Page;
import io.kpigroups.domain.PageRange;
import io.kpigroups.domain.UpstreamFailure;
import io.kpigroups.domain.ViewedGroup;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A page is right, whatever upstream makes of paging and sorting. */
@QuarkusTest
@WithTestResource(StubUpstream.class)
class ListsTest {
  private static final List<Order<GroupField>> BY_NAME = List.of(Order.descending(GroupField.NAME));

  /** 250 groups; their names repeat, so that the id decides, and do not follow the ids. */
  private static final List<Row> ROWS =
      IntStream.range(0, 250)
          .mapToObj(i -> new Row("%024x".formatted(i), "Name %02d".formatted((i * 7) % 50)))
          .toList();

  private static final List<Row> SHUFFLED = shuffled();
  private static final Comparator<Row> NAME_DOWN =
      Comparator.comparing(Row::name).reversed().thenComparing(Row::id);

  private final KpiGroupStorage storage;

  ListsTest(@Identifier("upstream") KpiGroupStorage storage) {
    this.storage = storage;
  }

  private record Row(String id, String name) {
    String json() {
      return Samples.group(id, name, "2026-01-02T03:04:05Z");
    }
  }

  /** What an upstream makes of a list's parameters. */
  private record Habits(boolean skips, boolean limits, boolean sorts, int pageLimit) {}

  @Test
  void anUpstreamThatKnowsEverythingIsAskedOnce() {
    upstream(new Habits(true, true, true, 1_000));
    expectRight(new PageRange(120, 30));
    assertThat(StubUpstream.asked()).hasSize(1);
  }

  @Test
  void anUpstreamThatIgnoresEveryParameterIsAskedOnceAndCutHere() {
    upstream(new Habits(false, false, false, 1_000));
    expectRight(new PageRange(0, 10));
    expectRight(new PageRange(120, 30));
    expectRight(new PageRange(245, 30));
    expectRight(new PageRange(300, 30));
    assertThat(StubUpstream.asked()).hasSize(4);
  }

  @Test
  void anUpstreamThatPagesButDoesNotSortIsAskedForEverything() {
    upstream(new Habits(true, true, false, 1_000));
    expectRight(new PageRange(0, 10));
    expectRight(new PageRange(120, 30));
  }

  @Test
  void aPageLimitOfUpstreamsOwnIsFollowedUntilThereIsEnough() {
    upstream(new Habits(true, true, true, 40));
    expectRight(new PageRange(0, 1_000));
    assertThat(StubUpstream.asked()).hasSize(7);
    expectRight(new PageRange(100, 100));
    assertThat(StubUpstream.asked()).hasSize(10);
  }

  @Test
  void aPageLimitAndNoSortingIsFollowedToTheEnd() {
    upstream(new Habits(true, false, false, 40));
    expectRight(new PageRange(100, 60));
  }

  @Test
  void theReferencesPlainRequestIsSortedHere() {
    upstream(new Habits(false, false, false, 1_000));
    Page<ViewedGroup> page = storage.groups().list(ANN, GroupQuery.of(PageRange.first(1_000)));
    assertThat(ids(page)).isEqualTo(ROWS.stream().map(Row::id).toList());
    assertThat(StubUpstream.asked())
        .extracting(Asked::line)
        .containsExactly("GET /api/v1/kpis/groups");
  }

  @Test
  void aListThatCannotBeHadWholeIsAFailureAndNotAShorterList() {
    upstream(new Habits(false, true, true, 40));
    assertThatThrownBy(() -> list(new PageRange(0, 1_000))).isInstanceOf(UpstreamFailure.class);
  }

  @Test
  void aListWithoutATotalIsTakenForWhole() {
    StubUpstream.answers(
        Reply.json(200, "{\"items\":[" + ROWS.get(1).json() + "," + ROWS.get(0).json() + "]}"));
    Page<ViewedGroup> page = list(PageRange.first(10));
    assertThat(page.totalCount()).isEqualTo(2);
    assertThat(page.items()).hasSize(2);
  }

  @Test
  void aListThatIsTooLongOrComesInDripsIsGivenUp() {
    String one = Samples.list(1_000_000_000_000L, ROWS.get(0).json());
    StubUpstream.answers(Reply.json(200, one));
    assertThatThrownBy(() -> list(PageRange.first(10))).isInstanceOf(UpstreamFailure.class);
    assertThat(StubUpstream.asked()).hasSizeLessThan(5);

    AtomicInteger row = new AtomicInteger();
    StubUpstream.follows(
        asked -> {
          int i = row.getAndIncrement();
          return Reply.json(200, Samples.list(90_000, new Row("%024x".formatted(i), "n").json()));
        });
    assertThatThrownBy(() -> list(PageRange.first(1_000))).isInstanceOf(UpstreamFailure.class);
    assertThat(StubUpstream.asked()).hasSizeLessThan(250);
  }

  @Test
  void aTotalThatIsNoCountIsAFailure() {
    for (String total : List.of("null", "-1", "\"2\"", "1.5", "9".repeat(90))) {
      StubUpstream.answers(Reply.json(200, "{\"items\":[],\"totalCount\":" + total + "}"));
      assertThatThrownBy(() -> list(PageRange.first(10))).isInstanceOf(UpstreamFailure.class);
    }
  }

  private void expectRight(PageRange range) {
    Page<ViewedGroup> page = list(range);
    List<String> expected =
        ROWS.stream()
            .sorted(NAME_DOWN)
            .skip(range.skip())
            .limit(range.limit())
            .map(Row::id)
            .toList();
    assertThat(ids(page)).isEqualTo(expected);
    assertThat(page.totalCount()).isEqualTo(ROWS.size());
    assertThat(page.range()).isEqualTo(range);
  }

  private Page<ViewedGroup> list(PageRange range) {
    return storage.groups().list(ANN, new GroupQuery(BY_NAME, range));
  }

  private static List<String> ids(Page<ViewedGroup> page) {
    return page.items().stream().map(row -> row.group().id().value()).toList();
  }

  private static void upstream(Habits habits) {
    StubUpstream.follows(
        asked -> {
          List<Row> rows = new ArrayList<>(SHUFFLED);
          if (habits.sorts()) {
            boolean byName = asked.target().contains("sort=-name");
            rows.sort(byName ? NAME_DOWN : Comparator.comparing(Row::id));
          }
          int skip = habits.skips() ? number(asked, "skip", 0) : 0;
          int limit = habits.limits() ? number(asked, "limit", 1_000) : 1_000;
          String[] items =
              rows.stream()
                  .skip(skip)
                  .limit(Math.min(limit, habits.pageLimit()))
                  .map(Row::json)
                  .toArray(String[]::new);
          return Reply.json(200, Samples.list(rows.size(), items));
        });
  }

  private static int number(Asked asked, String parameter, int absent) {
    Matcher value = Pattern.compile("[?&]" + parameter + "=(\\d+)").matcher(asked.target());
    return value.find() ? Integer.parseInt(value.group(1)) : absent;
  }

  private static List<Row> shuffled() {
    List<Row> rows = new ArrayList<>(ROWS);
    Collections.shuffle(rows, new Random(7));
    return rows;
  }
}
