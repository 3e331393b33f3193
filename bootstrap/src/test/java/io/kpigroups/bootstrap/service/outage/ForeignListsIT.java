package io.kpigroups.bootstrap.service.outage;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Client;
import io.kpigroups.bootstrap.service.client.Expect;
import io.kpigroups.bootstrap.service.client.Parameter;
import io.kpigroups.bootstrap.service.client.Service;
import io.kpigroups.bootstrap.service.client.User;
import io.kpigroups.bootstrap.service.process.ServiceProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * What the packaged service finds in the lists of an upstream that reads no parameter: the whole
 * list is fetched, and what is asked for is picked, sorted and cut here.
 */
@Execution(ExecutionMode.SAME_THREAD)
class ForeignListsIT {
  private static final List<String> NAMES = List.of("b", "É", "a", "B", "e", "a", "z%", "{$ne}");

  private static ForeignUpstream upstream;
  private static ServiceProcess facade;
  private static User ann;

  @BeforeAll
  static void start() throws IOException {
    upstream = new ForeignUpstream();
    facade = ServiceProcess.start(upstream.facade());
    ann = Service.at(facade.base()).user(Client.withToken("opaque-token", "a"));
  }

  @AfterAll
  static void stop() {
    facade.close();
    upstream.close();
  }

  @BeforeEach
  void thereAreGroupsAndKpis() {
    List<Map<String, Object>> kpis = new ArrayList<>();
    for (String name : List.of("Umsatz", "Kosten")) {
      kpis.add(Map.of("id", "k" + kpis.size(), "name", name, "ownerIds", List.of("bob")));
    }
    kpis.add(Map.of("id", "k2", "name", "Ümsatz", "ownerIds", List.of("ann")));
    upstream.has(groups(0, NAMES.size()), kpis);
  }

  @Test
  void groupsAreFoundByFilterTextAndFavorite() {
    Map<String, List<Integer>> found =
        Map.ofEntries(
            Map.entry(filter("{name:\"a\"}"), List.of(2, 5)),
            Map.entry(filter("{name:{$gt:\"a\",$lte:\"e\"}}"), List.of(0, 4)),
            Map.entry(filter("{name:{$regex:\"^z%$\"}}"), List.of(6)),
            Map.entry(filter("{name:\"{$ne}\"}"), List.of(7)),
            Map.entry(filter("{createdById:\"bob\"}"), List.of(1, 3, 5, 7)),
            Map.entry(filter("{dateCreated:{$lt:\"2026-01-02T04:04:02+01:00\"}}"), List.of(0, 1)),
            Map.entry(filter("{id:{$in:[\"" + id(3) + "\",\"" + id(99) + "\"]}}"), List.of(3)),
            Map.entry(filter("{$or:[{favorite:true},{name:\"e\"}]}"), List.of(0, 3, 4, 6)),
            Map.entry("&q=E", List.of(1, 4, 7)),
            Map.entry("&q=%C3%A9&favorite=false", List.of(1, 4, 7)),
            Map.entry("&favorite=true", List.of(0, 3, 6)),
            Map.entry("&favorite=true&q=b" + filter("{name:{$lt:\"a\"}}"), List.of(3)),
            Map.entry(filter("{name:{$in:[]}}"), List.of()));
    found.forEach(
        (asked, numbers) -> {
          Answer page = ann.get("/kpis/groups?limit=99" + asked).has(200);
          assertThat(page.<List<String>>path("items.id"))
              .as(asked)
              .isEqualTo(numbers.stream().map(ForeignListsIT::id).toList());
          assertThat(page.<Integer>path("totalCount")).isEqualTo(numbers.size());
        });
  }

  @Test
  void theLinksLeadThroughItInEveryOrder() {
    for (String sort :
        List.of("id", "-id", "name", "-name", "dateCreated", "-dateUpdated", "name,-id")) {
      for (String more : List.of("", "&count=none", "&q=a", "&favorite=false")) {
        String list = "/kpis/groups?sort=" + sort + more;
        List<Map<String, Object>> whole = ann.get(list).has(200).objects("items");
        String page = more.isEmpty() ? "&limit=1" : "&skip=0&limit=3";
        assertThat(ann.walk(list + page)).as(list + page).isEqualTo(whole);
      }
    }
    assertThat(ann.walk("/kpis?sort=-name&limit=1&q=msatz"))
        .extracting(kpi -> kpi.get("id"))
        .containsExactly("k2", "k0");
  }

  @Test
  void rowsThatStayAreNeitherMissedNorRepeatedWhileOthersComeAndGo() {
    List<Object> seen = new ArrayList<>();
    int gone = 0;
    Optional<String> next = Optional.of("/kpis/groups?limit=2&sort=id");
    while (next.isPresent()) {
      Answer page = ann.get(next.get()).has(200);
      seen.addAll(page.<List<Object>>path("items.id"));
      next = page.next();
      gone++;
      upstream.has(groups(Math.min(gone, 4), NAMES.size() + gone % 2), List.of());
    }
    assertThat(seen)
        .doesNotHaveDuplicates()
        .containsAll(groups(0, NAMES.size()).stream().map(group -> group.get("id")).toList());
  }

  @Test
  void kpisAreFoundByTextAndOwner() {
    assertThat(ann.get("/kpis?q=UMS").has(200).<List<String>>path("items.id"))
        .containsExactly("k0", "k2");
    assertThat(ann.get("/kpis?owner=bob&sort=name").has(200).<List<String>>path("items.id"))
        .containsExactly("k1", "k0");
    assertThat(ann.get("/kpis?owner=ann&q=ost").has(200).<Integer>path("totalCount")).isZero();
  }

  @Test
  void aCursorIsOfItsListHereToo() {
    String next = ann.get("/kpis/groups?sort=name&limit=2").has(200).next().orElseThrow();
    String cursor = "&cursor=" + Parameter.value(next, "cursor").orElseThrow();
    ann.get("/kpis/groups?sort=name" + cursor).has(200);
    for (String other :
        List.of("/kpis/groups?sort=-name", "/kpis/groups?sort=name&q=a", "/kpis?sort=name")) {
      Expect.invalid(ann.get(other + cursor), "query:cursor");
    }
    Expect.invalid(ann.get("/kpis/groups?sort=name" + cursor + "A"), "query:cursor");
  }

  @Test
  void whatItsRowsDoNotTellIsRefused() {
    for (String list :
        List.of(
            "/kpis/groups?" + filter("{$or:[{name:\"a\"},{kpiId:\"k\"}]}"),
            "/kpis/groups?q=a&kpiId=k",
            "/kpis/groups?favorite=true&deleted=true",
            "/kpis/groups?q=a&fields=kpiCount",
            "/kpis?q=a&ungrouped=true",
            "/kpis?q=a&owner=me")) {
      Expect.problem(ann.get(list), 501, "not-supported");
    }
  }

  private static List<Map<String, Object>> groups(int from, int to) {
    List<Map<String, Object>> groups = new ArrayList<>();
    for (int i = from; i < to; i++) {
      String user = i % 2 == 0 ? "ann" : "bob";
      groups.add(ForeignUpstream.group(id(i), NAMES.get(i % NAMES.size()), user, i % 3 == 0, i));
    }
    return groups;
  }

  private static String id(int number) {
    return "65f0a1b2c3d4e5f6071829%02d".formatted(number);
  }

  private static String filter(String filter) {
    return Parameter.with("filter", filter);
  }
}
