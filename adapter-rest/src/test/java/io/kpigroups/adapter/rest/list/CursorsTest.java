package io.kpigroups.adapter.rest.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.rest.problem.ProblemType;
import io.kpigroups.adapter.rest.support.Reply;
import io.kpigroups.adapter.rest.support.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever follows the links of a list by their cursors. */
class CursorsTest {
  private static final String KPIS = "/api/v1/kpis";
  private static final String GROUPS = KPIS + "/groups";
  private static final Pattern NEXT = Pattern.compile("<([^<>]*)>; rel=\"next\"");

  private final Resources resources = new Resources();
  private final List<String> groups = new ArrayList<>();

  @AfterEach
  void close() {
    resources.edge().close();
  }

  @BeforeEach
  void furnish() {
    for (int i = 0; i < 7; i++) {
      String name =
          "{\"name\":\"" + List.of("b", "\\u00c4", "a", "\\ud83d\\ude00").get(i % 4) + "\"}";
      resources.ask("PUT " + KPIS + "/k" + i, name).has(201);
      groups.add(resources.ask("POST " + GROUPS, name).has(201).header("Location"));
    }
    for (int i = 0; i < 7; i++) {
      resources.ask("PUT " + groups.get(i).replace("/groups", "/k0/groups")).has(200);
      resources.ask("PUT " + groups.get(0).replace("/groups", "/k" + i + "/groups")).has(200);
    }
    for (String favorite : groups.subList(0, 5)) {
      resources.ask("PUT " + favorite + "/favorite").has(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        GROUPS + "?",
        GROUPS + "?sort=name&",
        GROUPS + "?sort=-name,dateCreated&",
        GROUPS + "?sort=-dateCreated,id&count=none&",
        GROUPS + "?sort=dateUpdated&q=a&",
        GROUPS + "?sort=-id&favorite=true&fields=id&",
        GROUPS + "?filter={$or:[{name:\"b\"},{favorite:true}]}&",
        GROUPS + "?kpiId=k0&sort=-name,-id&",
        GROUPS + "?deleted=true&sort=-dateDeleted,name&",
        KPIS + "/k0/groups?sort=name&filter={name:{$ne:\"b\"}}&",
        KPIS + "?sort=-name&",
        KPIS + "?q=a&",
        KPIS + "?ungrouped=false&owner=me&",
        GROUPS + "/FIRST/kpis?",
        GROUPS + "/FIRST/kpis?sort=name,-dateAdded&",
        GROUPS + "/FIRST/kpis?sort=-dateAdded&"
      })
  void comeByEveryRowOnceInItsOrderHoweverTheyBegan(String query) {
    String list = query.replace(GROUPS + "/FIRST", groups.get(0));
    if (list.contains("deleted=true")) {
      groups.subList(1, 7).forEach(group -> resources.ask("DELETE " + group).has(200));
    }
    List<String> all = ids(resources.ask("GET " + list).has(200));

    assertThat(walk(list + "limit=1")).isEqualTo(all);
    assertThat(walk(list + "limit=2")).isEqualTo(all);
    assertThat(walk(list + "skip=1&take=3"))
        .isEqualTo(all.subList(Math.min(1, all.size()), all.size()));
  }

  @Test
  void limitCountAndFieldsMayChangeOnTheWay() {
    List<String> all = ids(resources.ask("GET " + GROUPS + "?sort=-name").has(200));
    String next = next(resources.ask("GET " + GROUPS + "?sort=-name&limit=2"));

    Reply page =
        resources.ask("GET " + next.replace("limit=2", "take=3&count=none&fields=kpiCount"));

    assertThat(ids(page.has(200))).isEqualTo(all.subList(2, 5));
    assertThat(page.json().has("totalCount")).isFalse();
    assertThat(next(page)).contains("limit=3&", "&count=none&fields=kpiCount");
  }

  @Test
  void theSameFilterInOtherWordsIsTheSameList() {
    String next =
        next(resources.ask("GET " + GROUPS + "?limit=1&filter={favorite:true,name:{$ne:\"x\"}}"));
    String cursor = next.replaceAll(".*cursor=([^&]+).*", "$1");

    for (String other :
        List.of(
            "?filter={$and:[{\"name\":{\"$nin\":[\"x\"]}},{\"favorite\":{\"$eq\":true}}]}",
            "?favorite=true&filter={name:{$ne:\"x\"}}")) {
      assertThat(ids(resources.ask("GET " + GROUPS + other + "&cursor=" + cursor).has(200)))
          .hasSize(4);
    }
  }

  @Test
  void aCursorIsOfOneListOnly() {
    String next = next(resources.ask("GET " + GROUPS + "?limit=1&favorite=true"));

    for (String other :
        List.of(
            next.replace("favorite=true", "favorite=false"),
            next.replace("favorite=true", "q=a"),
            next.replace("favorite=true", "filter={}"),
            next + "&kpiId=k0",
            next + "&deleted=true",
            next + "&sort=-id",
            next.replace("/groups", "/k0/groups"),
            next.replace("/groups", "").replace("favorite=true", "count=none"),
            next.replace(GROUPS, groups.get(0) + "/kpis").replace("favorite=true", "count=none"),
            next.replaceAll("cursor=(.)", "cursor=$1A"))) {
      assertThat(wrong(other)).as(other).containsExactly("cursor");
    }
    assertThat(ids(resources.ask("GET " + next + "&deleted=false").has(200))).hasSize(1);
  }

  @Test
  void whatIsWrongWithTheListIsToldRatherThanOfTheCursor() {
    assertThat(wrong(GROUPS + "?cursor=x&deleted=x")).containsExactly("deleted");
    assertThat(wrong(GROUPS + "?cursor=x&filter=x&favorite=x&kpiId=!"))
        .containsExactlyInAnyOrder("filter", "favorite", "kpiId");
    assertThat(wrong(GROUPS + "?cursor=x&fields=x&limit=x"))
        .containsExactlyInAnyOrder("cursor", "fields", "limit");
    assertThat(wrong(GROUPS + "/x/kpis?cursor=x")).containsExactly("groupId");
    assertThat(wrong(KPIS + "?cursor=x&q=")).containsExactly("q");
    assertThat(wrong(KPIS + "?cursor=x&cursor=x")).containsExactly("cursor");
  }

  /** The rows of all pages; each of them but the first is found by its link. */
  private List<String> walk(String path) {
    List<String> ids = new ArrayList<>();
    for (String next = path; !next.isEmpty(); ) {
      Reply page = resources.ask("GET " + next).has(200);
      ids.addAll(ids(page));
      next = next(page);
      assertThat(next).doesNotContain("skip");
    }
    return ids;
  }

  private List<String> wrong(String path) {
    return resources
        .ask("GET " + path)
        .isProblem(ProblemType.INVALID_INPUT)
        .json()
        .path("errors")
        .findValuesAsText("name");
  }

  private static String next(Reply page) {
    Matcher next = NEXT.matcher(page.has(200).header("Link"));
    return next.find() ? next.group(1) : "";
  }

  private static List<String> ids(Reply page) {
    List<String> ids = new ArrayList<>();
    page.json()
        .path("items")
        .forEach(row -> ids.add(row.path(row.has("id") ? "id" : "kpiId").textValue()));
    return ids;
  }
}
