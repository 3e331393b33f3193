package io.kpigroups.adapter.rest.group;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kpigroups.adapter.rest.problem.ProblemType;
import io.kpigroups.adapter.rest.support.Reply;
import io.kpigroups.adapter.rest.support.Resources;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which groups a list has, and what it tells of them. */
class GroupListTest {
  private static final String GROUPS = "/api/v1/kpis/groups";
  private static final String LIVE =
      "accountId, createdById, dateCreated, dateUpdated, favorite, id, kpiCount, modifiedById, name";
  private static final String DELETED =
      "accountId, createdById, dateCreated, dateDeleted, dateUpdated, deletedById, favorite, id,"
          + " kpiCount, modifiedById, name, purgeAfter";

  private final Resources resources = new Resources();

  @AfterEach
  void close() {
    resources.edge().close();
  }

  @Test
  void aRowIsTheGroupLetterByLetter() {
    String group = resources.ask("GET " + newGroup("Sales")).body();

    for (String query : List.of("", "?deleted=false")) {
      assertThat(resources.ask("GET " + GROUPS + query).has(200).body())
          .isEqualTo("{\"count\":1,\"items\":[" + group + "],\"totalCount\":1}");
    }
  }

  @Test
  void onlyTheGroupsOfAKpiAreListed() {
    String sales = newGroup("Sales");
    newGroup("Costs");
    resources.ask("PUT /api/v1/kpis/k1", "{\"name\":\"MRR\"}").has(201);
    resources.ask("PUT " + sales.replace("/groups", "/k1/groups")).has(200);

    assertThat(names("?kpiId=k1")).containsExactly("Sales");
    assertThat(names("?kpiId=k2")).isEmpty();
    assertThat(errors("?kpiId=groups").findValuesAsText("name")).containsExactly("kpiId");
  }

  @Test
  void deletedGroupsAreListedWithWhatIsToldOfADeletion() {
    newGroup("Sales");
    String costs = newGroup("Costs");
    resources.ask("DELETE " + costs).has(200);

    Reply page = resources.ask("GET " + GROUPS + "?deleted=true&sort=-dateDeleted").has(200);
    JsonNode row = page.json().path("items").path(0);
    assertThat(page.json().path("totalCount").intValue()).isEqualTo(1);
    assertThat(properties(row))
        .containsExactly(DELETED.replace(" kpiCount,", "").split(", "))
        .doesNotContain("kpiCount");
    assertThat(row.path("dateDeleted").textValue()).isEqualTo("2026-01-02T12:00:00.123Z");
    assertThat(row.path("purgeAfter").textValue()).isEqualTo("2026-02-01T12:00:00.123Z");
    assertThat(row.path("deletedById").textValue()).isEqualTo("ann");
    assertThat(names("")).containsExactly("Sales");
  }

  @Test
  void aRowHasWhatIsAskedForInTheUsualOrder() {
    String sales = newGroup("Sales");
    resources.ask("PUT /api/v1/kpis/k1", "{\"name\":\"MRR\"}").has(201);
    resources.ask("PUT " + sales.replace("/groups", "/k1/groups")).has(200);
    String id = sales.substring(GROUPS.length() + 1);

    assertThat(rows("?fields=name,kpiCount,favorite"))
        .isEqualTo(
            "[{\"favorite\":false,\"id\":\"%s\",\"kpiCount\":1,\"name\":\"Sales\"}]".formatted(id));
    assertThat(rows("?fields=id")).isEqualTo("[{\"id\":\"" + id + "\"}]");
    assertThat(properties(page("?fields=" + LIVE.replace(" ", "")).path("items").path(0)))
        .containsExactly(LIVE.split(", "));
    resources.ask("DELETE " + sales).has(200);
    assertThat(
            properties(
                page("?deleted=true&fields=" + DELETED.replace(" ", "")).path("items").path(0)))
        .containsExactly(DELETED.split(", "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fields=                    | ''",
        "fields=name,               | ''",
        "fields=Name                | ''",
        "fields=%20name             | ''",
        "fields=owner               | ''",
        "fields=name,id,name        | ' name is there twice.'",
        "fields=dateDeleted         | ' dateDeleted stands there only with deleted=true.'",
        "fields=name,purgeAfter     | ' purgeAfter stands there only with deleted=true.'",
      })
  void whatIsNoListOfPropertiesIsRefusedWithAllThatThereAre(String query, String why) {
    String sentence = "fields must list one or more of %s, each once.";

    assertThat(errors("?" + query).findValuesAsText("message"))
        .containsExactly(sentence.formatted(LIVE) + why);
    assertThat(errors("?deleted=true&fields=x").findValuesAsText("message"))
        .containsExactly(sentence.formatted(DELETED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "deleted=",
        "deleted=TRUE",
        "deleted=1",
        "deleted=true&deleted=true",
        "count=all",
        "count=",
        "count=None",
        "sort=dateDeleted",
        "sort=dateDeleted&deleted=false",
        "cursor=x",
        "filter=",
        "filter=x",
        "filter={}&filter={}",
        "q=",
        "favorite=",
        "favorite=1",
        "owner=me",
        "ungrouped=true"
      })
  void whatTheListDoesNotTakeIsNamed(String query) {
    assertThat(errors("?" + query).findValuesAsText("name"))
        .containsExactly(query.substring(0, query.indexOf('=')));
  }

  @Test
  void rowsThatNobodyWantsCountedAreNotCounted() {
    newGroup("a");
    newGroup("b");

    Reply page = resources.ask("GET " + GROUPS + "?count=none&limit=1&fields=id").has(200);
    assertThat(properties(page.json())).containsExactly("count", "items");
    assertThat(page.header("Link").replaceAll("cursor=[^&]+", "cursor=C"))
        .isEqualTo(
            "<%s?limit=1&count=none&fields=id>; rel=\"first\", ".formatted(GROUPS)
                + "<%s?cursor=C&limit=1&count=none&fields=id>; rel=\"next\"".formatted(GROUPS));
    assertThat(page("?count=none&skip=9").path("items")).isEmpty();
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    assertThat(
            errors(
                    "?kpiId=a!&deleted=x&skip=x&count=x&fields=x&y=1&sort=dateDeleted&q=&filter=x"
                        + "&favorite=x")
                .findValuesAsText("name"))
        .containsExactlyInAnyOrder(
            "kpiId", "deleted", "skip", "count", "fields", "y", "sort", "q", "filter", "favorite");
  }

  private List<String> names(String query) {
    return page(query).findValuesAsText("name");
  }

  private String rows(String query) {
    return page(query).path("items").toString();
  }

  private JsonNode page(String query) {
    return resources.ask("GET " + GROUPS + query).has(200).json();
  }

  private JsonNode errors(String query) {
    Reply refused = resources.ask("GET " + GROUPS + query);
    return refused.isProblem(ProblemType.INVALID_INPUT).json().path("errors");
  }

  private static List<String> properties(JsonNode json) {
    List<String> names = new ArrayList<>();
    json.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private String newGroup(String name) {
    return resources
        .ask("POST " + GROUPS, "{\"name\":\"" + name + "\"}")
        .has(201)
        .header("Location");
  }
}
