package io.kpigroups.bootstrap.service.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Client;
import io.kpigroups.bootstrap.service.client.Expect;
import io.kpigroups.bootstrap.service.client.User;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Looking at the KPIs of a group. */
public interface MembersApi extends ServiceSuite {

  @Test
  default void theKpisOfAGroupAreListedWithWhoAddedThem() {
    User ann = newUser();
    User bob = ann.colleague("bob", "kpis:manage");
    ann.newKpi("b", "Bounce rate");
    ann.newKpi("a", "Ärger");
    String group = ann.newGroup("Sales", "b");
    Expect.done(bob.put("/kpis/a/groups/" + group));
    Expect.done(ann.put("/kpis/a/groups/" + group));
    Answer members = ann.get(kpisOf(group)).has(200);
    assertThat(members.<Map<String, Object>>path(""))
        .containsOnlyKeys("count", "items", "totalCount")
        .containsEntry("count", 2)
        .containsEntry("totalCount", 2);
    assertThat(members.objects("items"))
        .allSatisfy(
            member -> {
              assertThat(member).containsOnlyKeys("kpiId", "name", "addedById", "dateAdded");
              assertThat((String) member.get("dateAdded")).matches(GroupsApi.DATE);
            })
        .extracting(member -> member.get("kpiId"), member -> member.get("name"))
        .containsExactly(tuple("a", "Ärger"), tuple("b", "Bounce rate"));
    assertThat(members.<List<String>>path("items.addedById")).containsExactly("bob", "ann");
    assertThat(members.headerValue("Link"))
        .isEqualTo("</api/v1/kpis/groups/" + group + "/kpis?limit=1000>; rel=\"first\"");
  }

  @Test
  default void aKpiThatIsGoneStaysWithoutANameUntilItIsTakenOut() {
    User ann = newUser();
    ann.newKpi("gone", "Gone");
    ann.newKpi("here", "Here");
    String group = ann.newGroup("Sales", "gone", "here");
    Expect.done(ann.delete("/kpis/gone"));
    Answer members = ann.get(kpisOf(group) + "?sort=name");
    assertThat(members.body()).contains("\"name\":null");
    assertThat(members.<List<String>>path("items.kpiId")).containsExactly("gone", "here");
    assertThat(members.<Integer>path("totalCount")).isEqualTo(2);
    Expect.done(ann.delete("/kpis/gone/groups/" + group));
    assertThat(ann.get(kpisOf(group)).<List<String>>path("items.kpiId")).containsExactly("here");
  }

  @Test
  default void membersAreSortedAndPagedUnderEveryOrder() {
    User ann = newUser();
    List<String> names = List.of("b", "É", "c", "a", "e", "B", "d");
    List<String> kpis = new ArrayList<>();
    for (String name : names) {
      kpis.add("k" + kpis.size());
      ann.newKpi(kpis.get(kpis.size() - 1), name);
    }
    String group = ann.newGroup("Sales", kpis.toArray(String[]::new));
    Map<String, List<String>> expected =
        Map.of(
            "", kpis,
            "&sort=-kpiId", reversed(kpis),
            "&sort=name", List.of("k3", "k0", "k5", "k2", "k6", "k1", "k4"),
            "&sort=-name,-kpiId", List.of("k4", "k1", "k6", "k2", "k5", "k0", "k3"));
    for (String count : List.of("", "&count=none")) {
      expected.forEach(
          (sort, order) ->
              assertThat(ann.walk(kpisOf(group) + "?limit=2" + sort + count))
                  .as(sort + count)
                  .extracting(member -> member.get("kpiId"))
                  .containsExactlyElementsOf(order));
    }
    assertThat(ann.get(kpisOf(group) + "?sort=-dateAdded").<List<String>>path("items.dateAdded"))
        .isSortedAccordingTo(Collections.reverseOrder());
    assertThat(ann.get(kpisOf(group) + "?skip=5&take=9").<List<String>>path("items.kpiId"))
        .containsExactly("k5", "k6");
    assertThat(ann.get(kpisOf(group) + "?count=none").<Map<String, Object>>path(""))
        .containsOnlyKeys("count", "items");
  }

  @Test
  default void anEmptyGroupAndAPageBehindTheEndAreEmpty() {
    User ann = newUser();
    String group = ann.newGroup("Sales");
    assertThat(ann.get(kpisOf(group)).has(200).body())
        .isEqualTo("{\"count\":0,\"items\":[],\"totalCount\":0}");
    Answer behind = ann.get(kpisOf(group) + "?skip=2147483647").has(200);
    assertThat(behind.next()).isEmpty();
  }

  @Test
  default void aGroupThatIsNotThereHasNoMembers() {
    User ann = newUser();
    String group = ann.newGroup("Sales", ann.newKpi());
    Expect.problem(ann.get(kpisOf(Client.randomId())), 404, "group-not-found");
    Expect.problem(newUser().get(kpisOf(group)), 404, "group-not-found");
    Expect.done(ann.delete("/kpis/groups/" + group));
    Expect.problem(ann.get(kpisOf(group)), 404, "group-not-found");
  }

  @Test
  default void whoMayReadMayLook() {
    User ann = newUser();
    String group = ann.newGroup("Sales", ann.newKpi());
    ann.colleague("reader", "kpis:read").get(kpisOf(group)).has(200);
    Expect.problem(ann.colleague("nobody").get(kpisOf(group)), 403, "not-permitted");
    Answer head = ann.head(kpisOf(group)).has(200);
    assertThat(head.body()).isEmpty();
    Answer options = service().send("OPTIONS", "/api/v1" + kpisOf(group)).has(204);
    assertThat(options.headerValue("Allow")).isEqualTo("GET, HEAD, OPTIONS");
    Expect.problem(ann.post(kpisOf(group), "{}"), 405, "method-not-allowed");
  }

  @Test
  default void everyWrongParameterOfAListOfMembersIsNamed() {
    User ann = newUser();
    Expect.invalid(
        ann.get(kpisOf("no!") + "?skip=-1&limit=0&sort=size&count=1&fields=name&q=a"),
        "path:groupId",
        "query:skip",
        "query:limit",
        "query:sort",
        "query:count",
        "query:fields",
        "query:q");
    Expect.invalid(ann.get(kpisOf(Client.randomId()) + "?sort=id"), "query:sort");
  }

  private static List<String> reversed(List<String> some) {
    List<String> reversed = new ArrayList<>(some);
    Collections.reverse(reversed);
    return reversed;
  }

  private static String kpisOf(String group) {
    return "/kpis/groups/" + group + "/kpis";
  }
}
