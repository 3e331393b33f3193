package io.kpigroups.adapter.rest.list;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kpigroups.adapter.rest.problem.ProblemType;
import io.kpigroups.adapter.rest.support.Resources;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bad value of every parameter of every list is refused, and the refusal helps. */
class BadParametersTest {
  private static final Resources RESOURCES = new Resources();
  private static final String KPIS = "/api/v1/kpis";
  private static final String GROUPS = KPIS + "/groups";
  private static final String FALSE_OR_TRUE = "must be true or false.";
  private static final String FILTER =
      "filter must be an expression such as {\"name\":\"Sales\"}. ";

  private static final Set<String> ALL = Set.of("skip", "limit", "take", "sort", "count", "cursor");

  /** What each list takes besides. */
  private static final Map<String, Set<String>> LISTS =
      Map.of(
          GROUPS,
          Set.of("q", "favorite", "filter", "kpiId", "deleted", "fields"),
          KPIS + "/k1/groups",
          Set.of("q", "favorite", "filter", "deleted", "fields"),
          KPIS,
          Set.of("q", "owner", "ungrouped"),
          GROUPS + "/65f0a1b2c3d4e5f60718293a/kpis",
          Set.of());

  @AfterAll
  static void close() {
    RESOURCES.edge().close();
  }

  static Stream<Arguments> badValues() {
    return Stream.of(
            bad(
                "skip",
                "must be a whole number from 0 to 2147483647.",
                "",
                "-1",
                "2147483648",
                "1.0"),
            bad("limit", "must be a whole number of 1 or more.", "", "0", "-1", "1e3", "all"),
            bad("take", "must be a whole number of 1 or more.", "", "0", "%201", "0x1", "\u0661"),
            bad(
                "sort",
                "must list one or more of ",
                "",
                "x",
                "name,",
                "name,-name",
                "name%20",
                "%2Bid"),
            bad("count", "must be none, or be left out.", "", "all", "None", "none,"),
            bad(
                "cursor",
                "comes from the Link header of a page",
                "",
                "x",
                "AA",
                "=",
                "A".repeat(9_000)),
            bad(
                "q",
                "q must be a text that a name can contain. ",
                "",
                "%20",
                "%CC%81",
                "a%00",
                "\u202A"),
            bad("q", "at most 255 characters", "x".repeat(256), "\ud83d\ude00".repeat(256)),
            bad("q", "Percent-encoded it may have at most 7000", "a" + "+".repeat(2_334)),
            bad("favorite", FALSE_OR_TRUE, "", "TRUE", "1", "true,false", "null"),
            bad("deleted", FALSE_OR_TRUE, "", "True", "yes", "true%20"),
            bad("ungrouped", FALSE_OR_TRUE, "", "0", "on"),
            bad(
                "owner",
                "A user id must be 1 to 255 printable ASCII",
                "",
                "\u00e4",
                "u".repeat(256)),
            bad("kpiId", "A KPI id must be ", "", "a!", "k".repeat(65), "%2A"),
            bad("kpiId", "groups", "groups"),
            bad(
                "fields",
                "fields must list one or more of ",
                "",
                "x",
                "id,",
                "id,id",
                "dateDeleted"),
            bad(
                "filter",
                FILTER + "At character ",
                "",
                "x",
                "[]",
                "{",
                "{}{}",
                "{a:1}",
                "{name:1}"),
            bad(
                "filter",
                FILTER + "At character ",
                "{id:\"x\"}",
                "{favorite:\"true\"}",
                "{$or:[]}"),
            bad(
                "filter",
                FILTER + "At character ",
                "{kpiId:{$ne:\"k1\"}}",
                "{name:{$regex:\"a|b\"}}"),
            bad(
                "filter",
                FILTER + "At character ",
                "{dateCreated:\"2026-01-01\"}",
                "{$where:\"1\"}"),
            bad("filter", FILTER + "Percent-encoded ", "{}" + "%20".repeat(6_667)))
        .flatMap(each -> each);
  }

  private static Stream<Arguments> bad(String name, String message, String... values) {
    return LISTS.keySet().stream()
        .flatMap(list -> Stream.of(values).map(value -> Arguments.of(list, name, value, message)));
  }

  @ParameterizedTest
  @MethodSource("badValues")
  void aBadValueIsNamedAndWhatWouldBeRightIsSaid(
      String list, String name, String value, String message) {
    JsonNode refusal = refusal(list + "?" + name + "=" + value);

    assertThat(refusal.path("errors").findValuesAsText("in")).containsExactly("query");
    assertThat(refusal.path("errors").findValuesAsText("name")).containsExactly(name);
    String said = refusal.path("errors").path(0).path("message").textValue();
    assertThat(said)
        .contains(takes(list, name) ? message : "There is no parameter " + name + " here.");
    assertThat(refusal.path("detail").textValue()).isEqualTo(said);
  }

  @ParameterizedTest
  @MethodSource("badValues")
  void aBadValueIsNamedBesideAnotherThatIsWrong(
      String list, String name, String value, String message) {
    String query = "?" + name + "=" + value + "&unknown=1";

    assertThat(refusal(list + query).path("errors").findValuesAsText("name"))
        .containsExactly(name, "unknown");
    assertThat(refusal(list + query + "&" + name + "=1").path("errors"))
        .anySatisfy(
            error ->
                assertThat(error.path("message").textValue())
                    .isEqualTo(
                        takes(list, name)
                            ? "The parameter " + name + " must be sent once."
                            : "There is no parameter " + name + " here."));
  }

  private static boolean takes(String list, String name) {
    return ALL.contains(name) || LISTS.getOrDefault(list, Set.of()).contains(name);
  }

  private static JsonNode refusal(String path) {
    return RESOURCES.ask("GET " + path).isProblem(ProblemType.INVALID_INPUT).json();
  }
}
