package io.kpigroups.bootstrap.service.find;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.api.ServiceSuite;
import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Expect;
import io.kpigroups.bootstrap.service.client.Parameter;
import io.kpigroups.bootstrap.service.client.User;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Groups are found by a part of their name, as favorites, and by all that goes together. */
public interface SearchApi extends ServiceSuite {

  @Test
  default void groupsAreFoundByAPartOfTheirNameWithoutCaseAndAccents() {
    User ann = newUser();
    for (String name : List.of("Umsatz Österreich", "UMSATZ Schweiz", "Kosten", "Straße")) {
      ann.newGroup(name);
    }
    Map<String, List<String>> found =
        Map.of(
            "umsatz", List.of("Umsatz Österreich", "UMSATZ Schweiz"),
            "SATZ o", List.of("Umsatz Österreich"),
            "  öster ", List.of("Umsatz Österreich"),
            "o\u0308sterr", List.of("Umsatz Österreich"),
            "STRASSE", List.of("Straße"),
            "nothing", List.of());
    found.forEach(
        (text, names) ->
            assertThat(Finding.namesBy(ann, Parameter.with("q", text))).as(text).isEqualTo(names));
    assertThat(Finding.namesBy(newUser(), "&q=umsatz")).isEmpty();
  }

  @Test
  default void favoritesAreThoseOfWhoAsks() {
    User ann = newUser();
    User bob = ann.colleague("bob", "kpis:read");
    String one = ann.newGroup("1");
    String two = ann.newGroup("2");
    ann.newGroup("3");
    for (String mine : List.of(one, two)) {
      Expect.done(ann.put("/kpis/groups/" + mine + "/favorite"));
    }
    Expect.done(bob.put("/kpis/groups/" + two + "/favorite"));
    assertThat(Finding.namesBy(ann, "&favorite=true")).containsExactly("1", "2");
    assertThat(Finding.namesBy(ann, "&favorite=false")).containsExactly("3");
    assertThat(Finding.namesBy(bob, "&favorite=true")).containsExactly("2");
    assertThat(Finding.namesBy(bob, "&favorite=false")).containsExactly("1", "3");
    Expect.done(ann.delete("/kpis/groups/" + one + "/favorite"));
    Expect.done(ann.delete("/kpis/groups/" + two));
    assertThat(Finding.namesBy(ann, "&favorite=true")).isEmpty();
    assertThat(Finding.namesBy(ann, "&favorite=true&deleted=true")).containsExactly("2");
    assertThat(Finding.namesBy(newUser(), "&favorite=true")).isEmpty();
  }

  @Test
  default void allThatIsAskedForMustHold() {
    User ann = newUser();
    String kpi = ann.newKpi();
    String hit = ann.newGroup("Sales Europe", kpi);
    String noKpi = ann.newGroup("Sales Europe");
    String noStar = ann.newGroup("Sales Europe", kpi);
    String noText = ann.newGroup("Costs Europe", kpi);
    String noMatch = ann.newGroup("Sales Asia", kpi);
    String gone = ann.newGroup("Sales Europe", kpi);
    for (String star : List.of(hit, noKpi, noText, noMatch, gone)) {
      Expect.done(ann.put("/kpis/groups/" + star + "/favorite"));
    }
    Expect.done(ann.delete("/kpis/groups/" + gone));
    String all = "&q=sales&favorite=true" + Parameter.with("filter", "{name:{$regex:\"Europe$\"}}");
    assertThat(ids(ann, "/kpis/groups?kpiId=" + kpi + all)).containsExactly(hit);
    assertThat(ids(ann, "/kpis/" + kpi + "/groups?limit=9" + all)).containsExactly(hit);
    assertThat(ids(ann, "/kpis/groups?deleted=true&kpiId=" + kpi + all)).containsExactly(gone);
    assertThat(ids(ann, "/kpis/groups?sort=id" + all)).containsExactlyInAnyOrder(hit, noKpi);
    assertThat(ids(ann, "/kpis/groups?q=sales&kpiId=" + kpi + "&favorite=false"))
        .containsExactly(noStar);
  }

  @Test
  default void whatIsFoundIsToldAndCountedAsAskedFor() {
    User ann = newUser();
    String kpi = ann.newKpi();
    for (String name : List.of("Sales 1", "Sales 2", "Sales 3", "Costs")) {
      ann.newGroup(name, kpi);
    }
    for (String found :
        List.of("q=sales", "filter=" + Parameter.encoded("{name:{$regex:\"^Sales\"}}"))) {
      String list = "/kpis/groups?sort=name&limit=2&fields=name,kpiCount&" + found;
      Answer counted = ann.get(list).has(200);
      assertThat(counted.<Integer>path("totalCount")).isEqualTo(3);
      assertThat(counted.<Integer>path("count")).isEqualTo(2);
      assertThat(counted.objects("items"))
          .allSatisfy(row -> assertThat(row).containsOnlyKeys("id", "kpiCount", "name"))
          .extracting(row -> row.get("kpiCount"))
          .containsOnly(1);
      assertThat(ann.get(list + "&count=none").has(200).<Map<String, Object>>path(""))
          .containsOnlyKeys("count", "items");
      assertThat(ann.get(list + "&skip=2").<List<String>>path("items.name"))
          .containsExactly("Sales 3");
      assertThat(ann.walk(list + "&count=none")).hasSize(3);
    }
  }

  @Test
  default void everyWrongSearchOfGroupsIsNamed() {
    User ann = newUser();
    Expect.invalid(
        ann.get("/kpis/groups?q=%20&favorite=yes&filter=x&deleted=1&kpiId=no!&sort=size&skip=-1"),
        "query:q",
        "query:favorite",
        "query:filter",
        "query:deleted",
        "query:kpiId",
        "query:sort",
        "query:skip");
    for (String wrong : List.of("", "%0a", "%00", "x".repeat(256), "%cc%81")) {
      Expect.invalid(ann.get("/kpis/groups?q=" + wrong), "query:q");
    }
    for (String wrong : List.of("", "1", "True", "true,false", "null")) {
      Expect.invalid(ann.get("/kpis/groups?favorite=" + wrong), "query:favorite");
    }
    for (String twice : List.of("q=a", "favorite=true")) {
      String name = twice.substring(0, twice.indexOf('='));
      Expect.invalid(ann.get("/kpis/groups?" + twice + "&" + twice), "query:" + name);
    }
    String group = ann.newGroup("a", ann.newKpi());
    Expect.invalid(ann.get("/kpis?favorite=true"), "query:favorite");
    Expect.invalid(
        ann.get("/kpis/groups/" + group + "/kpis?favorite=true&q=a"), "query:favorite", "query:q");
  }

  private static List<String> ids(User user, String list) {
    return user.get(list).has(200).path("items.id");
  }
}
