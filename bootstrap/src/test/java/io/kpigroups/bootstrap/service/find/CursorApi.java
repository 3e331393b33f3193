package io.kpigroups.bootstrap.service.find;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.api.ServiceSuite;
import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Expect;
import io.kpigroups.bootstrap.service.client.Parameter;
import io.kpigroups.bootstrap.service.client.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Links lead from page to page, by a cursor that stays where it is whatever is written. */
public interface CursorApi extends ServiceSuite {

  @Test
  default void theLinksOfEveryListLeadThroughItInEveryOrder() {
    Lists lists = Lists.of(newUser());
    lists
        .sorted()
        .forEach(
            list -> {
              Answer whole = lists.user().get(Cursors.and(list, "limit=100")).has(200);
              assertThat(whole.objects("items")).as(list).hasSizeGreaterThan(1);
              assertThat(whole.next()).as(list).isEmpty();
              for (String page : List.of("limit=2&count=none", "take=3")) {
                assertThat(walked(lists.user(), Cursors.and(list, page)))
                    .as(list + " " + page)
                    .isEqualTo(whole.objects("items"));
              }
            });
  }

  @Test
  default void everyPageTellsHowManyRowsThereAreInAll() {
    Lists lists = Lists.of(newUser());
    for (String list : lists.all().keySet()) {
      int total = lists.user().get(list + "limit=1").<Integer>path("totalCount");
      Optional<String> next = Optional.of(list + "limit=2");
      int seen = 0;
      while (next.isPresent()) {
        Answer page = lists.user().get(next.get()).has(200);
        assertThat(page.<Integer>path("totalCount")).as(list).isEqualTo(total);
        seen += page.<Integer>path("count");
        next = page.next();
      }
      assertThat(seen).as(list).isEqualTo(total);
    }
  }

  @Test
  default void aListThatWasBegunWithSkipGoesOnByCursor() {
    Lists lists = Lists.of(newUser());
    for (String list : lists.all().keySet()) {
      String sorted = list + "sort=-name&";
      List<Map<String, Object>> whole = lists.user().get(sorted + "limit=100").objects("items");
      assertThat(walked(lists.user(), sorted + "skip=1&limit=1"))
          .as(list)
          .isEqualTo(whole.subList(1, whole.size()));
    }
  }

  @Test
  default void theLinkBackLeadsToWhatIsBeforeThePageAndNoFurther() {
    User ann = newUser();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      ids.add(ann.newGroup("g" + i));
    }
    String list = "/kpis/groups?sort=name&";
    assertThat(before(ann, list + "skip=3&limit=5")).isEqualTo(ids.subList(0, 3));
    assertThat(before(ann, list + "skip=5&limit=2")).isEqualTo(ids.subList(3, 5));
    assertThat(before(ann, list + "skip=90&limit=2")).isEqualTo(ids.subList(5, 7));
    for (String first : List.of("limit=2", "skip=0&limit=2", "skip=0")) {
      assertThat(ann.get(list + first).link("prev")).as(first).isEmpty();
    }
    Answer second = ann.get(ann.get(list + "skip=2&limit=2").next().orElseThrow()).has(200);
    assertThat(second.link("prev")).isEmpty();
    assertThat(ann.get(second.link("first").orElseThrow()).<List<String>>path("items.id"))
        .isEqualTo(ids.subList(0, 2));
  }

  @Test
  default void theFirstPageHasNeitherACursorNorASkip() {
    Lists lists = Lists.of(newUser());
    for (String list : lists.all().keySet()) {
      Answer page = lists.user().get(list + "skip=1&limit=1&count=none").has(200);
      Answer next = lists.user().get(page.next().orElseThrow()).has(200);
      for (Answer any : List.of(page, next)) {
        String first = any.link("first").orElseThrow();
        assertThat(first).as(list).doesNotContain("cursor=", "skip=").contains("count=none");
        assertThat(lists.user().get(first).has(200).objects("items"))
            .isEqualTo(lists.user().get(list + "limit=1").objects("items"));
      }
    }
  }

  @Test
  default void whatIsToldOfTheRowsMayChangeFromPageToPage() {
    User ann = newUser();
    for (String name : List.of("a", "b", "c", "d")) {
      ann.newGroup(name);
    }
    String cursor = Cursors.behind(ann, "/kpis/groups?sort=name&limit=1");
    String list = "/kpis/groups?sort=name&cursor=" + cursor;
    assertThat(ann.get(list).has(200).<List<String>>path("items.name"))
        .containsExactly("b", "c", "d");
    assertThat(ann.get(list + "&take=2&count=none&fields=name").objects("items"))
        .hasSize(2)
        .allSatisfy(row -> assertThat(row).containsOnlyKeys("id", "name"));
    assertThat(ann.get(list + "&fields=kpiCount&limit=1").objects("items"))
        .allSatisfy(row -> assertThat(row).containsOnlyKeys("id", "kpiCount"));
    assertThat(ann.colleague("bob", "kpis:read").get(list).<List<String>>path("items.name"))
        .containsExactly("b", "c", "d");
  }

  @Test
  default void aCursorOutlivesTheRowThatItWasMadeOf() {
    User ann = newUser();
    String a = ann.newGroup("a");
    String b = ann.newGroup("b");
    ann.newGroup("c");
    String behindB =
        "/kpis/groups?sort=name&cursor=" + Cursors.behind(ann, "/kpis/groups?sort=name&limit=2");
    ann.patch("/kpis/groups/" + b, "{\"name\":\"z\"}").has(200);
    assertThat(ann.get(behindB).<List<String>>path("items.name")).containsExactly("c", "z");
    Expect.done(ann.delete("/kpis/groups/" + b));
    Expect.done(ann.delete("/kpis/groups/" + a));
    ann.newGroup("bb");
    ann.newGroup("aa");
    assertThat(ann.get(behindB).<List<String>>path("items.name")).containsExactly("bb", "c");
  }

  @Test
  default void aPageBehindTheLastRowIsEmptyAndLeadsNoFurther() {
    User ann = newUser();
    ann.newGroup("a");
    String last = ann.newGroup("b");
    String cursor = Cursors.behind(ann, "/kpis/groups?sort=name&limit=1");
    Expect.done(ann.delete("/kpis/groups/" + last));
    Answer page = ann.get("/kpis/groups?sort=name&cursor=" + cursor).has(200);
    assertThat(page.body()).isEqualTo("{\"count\":0,\"items\":[],\"totalCount\":1}");
    assertThat(page.next()).isEmpty();
    assertThat(page.link("prev")).isEmpty();
  }

  @Test
  default void theLinksRepeatWhatCannotStandInAnAddress() {
    User ann = newUser();
    String name = "R&D + 50% #1 é \uD83D\uDE00";
    for (int i = 0; i < 3; i++) {
      ann.newGroup(name);
      ann.newGroup("Sales");
    }
    String found =
        Parameter.with("q", "d + 50% #1 É")
            + Parameter.with("filter", "{name:{$in:[\"" + name + "\",\"a|b^c`{}\"]}}");
    assertThat(walked(ann, "/kpis/groups?limit=1&sort=-name" + found)).hasSize(3);
  }

  private static List<String> before(User user, String list) {
    String back = user.get(list).has(200).link("prev").orElseThrow();
    return user.get(back).has(200).path("items.id");
  }

  /** All rows, over links of which each has a cursor and leaves nothing out. */
  private static List<Map<String, Object>> walked(User user, String list) {
    List<Map<String, Object>> rows = new ArrayList<>();
    Optional<String> next = Optional.of(list);
    while (next.isPresent()) {
      Answer page = user.get(next.get()).has(200);
      assertThat(page.objects("items")).as(next.get()).isNotEmpty();
      rows.addAll(page.objects("items"));
      next = page.next();
      next.ifPresent(link -> assertThat(link).contains("cursor=").doesNotContain("skip="));
    }
    return rows;
  }
}
