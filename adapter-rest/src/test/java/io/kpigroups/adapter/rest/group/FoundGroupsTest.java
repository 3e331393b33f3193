package io.kpigroups.adapter.rest.group;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kpigroups.adapter.rest.http.QueryString;
import io.kpigroups.adapter.rest.problem.ProblemType;
import io.kpigroups.adapter.rest.support.Reply;
import io.kpigroups.adapter.rest.support.Resources;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What groups are found by. */
class FoundGroupsTest {
  private static final String GROUPS = "/api/v1/kpis/groups";

  private final Resources resources = new Resources();
  private String sales = "";

  @AfterEach
  void close() {
    resources.edge().close();
  }

  @BeforeEach
  void furnish() {
    sales = newGroup("Sales");
    newGroup("sales; \u00c9tat {a|b}");
    String costs = newGroup("Costs");
    resources.ask("PUT /api/v1/kpis/k1", "{\"name\":\"MRR\"}").has(201);
    for (String group : List.of(sales, costs)) {
      resources.ask("PUT " + group.replace("/groups", "/k1/groups")).has(200);
    }
    resources.ask("PUT " + costs + "/favorite").has(200);
  }

  /** As curl sends it with its option {@code -g}: nothing is encoded but spaces. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "q=SALES => Sales, sales; \u00c9tat {a|b}",
        "q=etat => sales; \u00c9tat {a|b}",
        "q=;+\u00e9tat+{a|b} => sales; \u00c9tat {a|b}",
        "favorite=true => Costs",
        "favorite=false => Sales, sales; \u00c9tat {a|b}",
        "filter={name:\"Sales\"} => Sales",
        "filter={\"name\":{\"$ne\":\"Sales\"}} => Costs, sales; \u00c9tat {a|b}",
        "filter={name:\"sales;+\u00c9tat+{a|b}\"} => sales; \u00c9tat {a|b}",
        "filter={name:{$regex:\"^.*a.*e\"}} => Sales, sales; \u00c9tat {a|b}",
        "filter={$or:[{favorite:true},{name:{$lt:\"D\"}}]} => Costs",
        "filter={kpiId:\"k1\"} => Costs, Sales",
        "filter={} => Costs, Sales, sales; \u00c9tat {a|b}",
        "kpiId=k1&q=s&favorite=false&filter={createdById:\"ann\"} => Sales",
        "deleted=true&q=s => ''",
      })
  void aListHasTheGroupsThatMatchEverything(String query, String names) {
    assertThat(names(GROUPS + "?" + query)).isEqualTo(names);
  }

  @Test
  void theGroupsOfAKpiAreFoundLikewise() {
    String ofKpi = "/api/v1/kpis/k1/groups?sort=name&";

    assertThat(names(ofKpi + "favorite=true")).isEqualTo("Costs");
    assertThat(names(ofKpi + "q=a&filter={name:{$in:[\"Sales\",\"Costs\"]}}")).isEqualTo("Sales");
    assertThat(names(ofKpi + "filter={kpiId:\"k2\"}")).isEmpty();
    resources
        .ask("GET " + ofKpi.replace("k1", "k2") + "favorite=true")
        .isProblem(ProblemType.KPI_NOT_FOUND);
  }

  @Test
  void aFilterOfFiveHundredIdsIsTakenHoweverItIsWrittenAndItsLinksToo() {
    String id = sales.substring(GROUPS.length() + 1);
    String others =
        IntStream.range(0, 499)
            .mapToObj(i -> String.format(Locale.ROOT, ", \"%024x\"", i))
            .collect(Collectors.joining());
    String filter = "{\"id\": {\"$in\": [\"" + id + "\"" + others + "]}}";
    String everything = URLEncoder.encode(filter, StandardCharsets.UTF_8).replace("+", "%20");

    Reply page = resources.ask("GET " + GROUPS + "?filter=" + everything).has(200);

    assertThat(page.json().findValuesAsText("name")).containsExactly("Sales");
    String first = page.header("Link").replaceAll("<(.*?)>.*", "$1");
    assertThat(resources.ask("GET " + first).has(200).body()).isEqualTo(page.body());
  }

  @Test
  void aFilterThatNoLinkCouldRepeatIsRefused() {
    String most = "{name:\"a\"}" + "%20".repeat((20_000 - 20) / 3);

    assertThat(names(GROUPS + "?filter=" + most)).isEmpty();
    assertThat(message("filter=" + most + "%20"))
        .isEqualTo(
            "filter must be an expression such as {\"name\":\"Sales\"}. Percent-encoded it may have"
                + " at most 20000 characters, and has 20003.");
    assertThat(names(GROUPS + "?q=a&filter=" + most.substring(0, most.length() - 3))).isEmpty();
    assertThat(message("filter=" + most + "&q=aaa")).contains("at most 19997 characters");
  }

  @Test
  void aFilterThatNoFacadeCouldSendOnIsRefused() {
    String parts =
        IntStream.range(0, 64)
            .mapToObj(i -> "{name:{$ne:\"" + "x".repeat(210) + "\"},createdById:\"" + i + "\"}")
            .collect(Collectors.joining(","));

    assertThat(message("filter=" + QueryString.encode("{$or:[" + parts + "]}")))
        .contains("Percent-encoded and written in full it may have at most 20000 characters");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "q= => q must be a text that a name can contain. A text that is searched for must not be empty or only white space.",
        "favorite=yes => favorite must be true or false.",
        "filter= => filter must be an expression such as {\"name\":\"Sales\"}. At character 1: An object in braces must stand here, such as {\"name\": \"Sales\"}.",
        "filter={nam:1} => filter must be an expression such as {\"name\":\"Sales\"}. At character 2: This key is not known; known are id _id name createdById modifiedById dateCreated dateUpdated favorite kpiId $and $or."
      })
  void whatIsWrongIsSaidAndWhere(String query, String message) {
    assertThat(message(query)).isEqualTo(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{$where:\"sleep(1000)\"}",
        "{name:{$function:\"f\"}}",
        "{name:null}",
        "{name:'Sales'}",
        "{name:\"a\"}}",
        "{dateCreated:{$gt:\"2026-01-01T00:00:00+01:00\"}}"
      })
  void whatIsNoFilterIsRefused(String filter) {
    assertThat(message("filter=" + filter)).contains("At character ");
  }

  private String names(String path) {
    return resources.ask("GET " + path).has(200).json().findValuesAsText("name").stream()
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private String message(String query) {
    JsonNode refused =
        resources.ask("GET " + GROUPS + "?" + query).isProblem(ProblemType.INVALID_INPUT).json();
    assertThat(refused.path("errors").findValuesAsText("name"))
        .containsExactly(query.substring(0, query.indexOf('=')));
    return String.join("\n", refused.path("errors").findValuesAsText("message"));
  }

  private String newGroup(String name) {
    return resources
        .ask("POST " + GROUPS, "{\"name\":\"" + name + "\"}")
        .has(201)
        .header("Location");
  }
}
