package io.kpigroups.adapter.rest.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.rest.problem.ProblemType;
import io.kpigroups.adapter.rest.support.Reply;
import io.kpigroups.adapter.rest.support.Resources;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Many KPIs put into a group and taken out at once. */
class BatchTest {
  private static final String GROUPS = "/api/v1/kpis/groups";
  private static final String NOTHING = "{\"added\":0,\"removed\":0,\"unchanged\":0}";

  private final Resources resources = new Resources();
  private final String group =
      resources.ask("POST " + GROUPS, "{\"name\":\"Sales\"}").has(201).header("Location");

  @AfterEach
  void close() {
    resources.edge().close();
  }

  @Test
  void kpisComeAndGoTogetherAndAreCounted() {
    List.of("k1", "k2", "k3").forEach(this::register);
    batch("{\"add\":[\"k1\",\"k2\"]}").has(200);

    Reply changed = batch("{\"add\":[\"k3\",\"k2\"],\"remove\":[\"k1\",\"k9\"]}").has(200);

    assertThat(changed.body()).isEqualTo("{\"added\":1,\"removed\":1,\"unchanged\":2}");
    assertThat(changed.header("ETag")).isEmpty();
    assertThat(members()).containsExactly("k2", "k3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"add\":[]}", "{\"remove\":[]}", "{\"add\":[],\"remove\":[]}", "{\"add\":[ ]}"})
  void nothingToDoIsDone(String body) {
    assertThat(batch(body).has(200).body()).isEqualTo(NOTHING);
  }

  @Test
  void everyUnknownKpiIsNamedAndNothingIsDone() {
    register("k1");

    Reply refused = batch("{\"add\":[\"k1\",\"x1\",\"x2\"]}").isProblem(ProblemType.KPI_NOT_FOUND);

    assertThat(refused.json().path("detail").textValue()).contains("x1", "x2").doesNotContain("k1");
    assertThat(members()).isEmpty();
    resources
        .ask("POST " + GROUPS + "/65f0a1b2c3d4e5f60718293a/kpis/batch", "{\"add\":[\"x1\"]}")
        .isProblem(ProblemType.GROUP_NOT_FOUND);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{} | ~~ | A property is needed: add, remove or both.",
        "[] | ~~ | The body must be an object.",
        "{\"add\":null} | add | The property add must be a list of texts.",
        "{\"remove\":\"k1\"} | remove | The property remove must be a list of texts.",
        "{\"add\":[\"k1\",5]} | add[1] | The property add[1] must be a text.",
        "{\"add\":[\"groups\"]} | add[0] | ~~",
        "{\"add\":[],\"kpis\":[]} | kpis | There is no property kpis here.",
        "{\"add\":[\"k1\",\"k1\"]} | ~~ | A batch must name each KPI once; it names k1 more than once.",
        "{\"add\":[\"k1\",\"k2\"],\"remove\":[\"k2\",\"k1\",\"k2\"]} | ~~ |"
            + " A batch must name each KPI once; it names k2, k1 more than once."
      })
  void whatIsNoBatchIsRefused(String body, String name, String message) {
    Reply refused = batch(body).isProblem(ProblemType.INVALID_INPUT);

    assertThat(refused.json().path("errors").findValuesAsText("name")).containsExactly(name);
    assertThat(refused.json().path("errors").findValuesAsText("message"))
        .singleElement()
        .asString()
        .contains(message);
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    Reply refused =
        resources.ask(
            "POST " + GROUPS + "/x/kpis/batch?y=1",
            "{\"add\":[\"k1\",\"a!\",\"k1\"],\"remove\":5,\"more\":1}");

    assertThat(refused.isProblem(ProblemType.INVALID_INPUT).json().findValuesAsText("name"))
        .containsExactly("groupId", "more", "add[1]", "remove", "", "y");
  }

  @Test
  void aThousandKpisAreABatchAndOneMoreIsNone() {
    assertThat(batch("{\"remove\":" + ids(1_000) + "}").has(200).body())
        .isEqualTo("{\"added\":0,\"removed\":0,\"unchanged\":1000}");
    for (String body :
        List.of(
            "{\"remove\":" + ids(1_001) + "}", "{\"remove\":" + ids(1_000) + ",\"add\":[\"x\"]}")) {
      assertThat(
              batch(body).isProblem(ProblemType.INVALID_INPUT).json().findValuesAsText("message"))
          .containsExactly("A batch may name at most 1000 KPIs.");
    }
  }

  @Test
  void aBatchMayHave256KibAndNoMore() {
    String body = "{\"add\":[]}";

    batch(body + " ".repeat(256 * 1024 - body.length())).has(200);
    batch(body + " ".repeat(256 * 1024 - body.length() + 1)).isProblem(ProblemType.BODY_TOO_LARGE);
  }

  private Reply batch(String body) {
    return resources.ask("POST " + group + "/kpis/batch", body);
  }

  private List<String> members() {
    return resources.ask("GET " + group + "/kpis").has(200).json().findValuesAsText("kpiId");
  }

  private void register(String kpi) {
    resources.ask("PUT /api/v1/kpis/" + kpi, "{\"name\":\"n\"}").has(201);
  }

  private static String ids(int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> "\"5be26318e5274a0007f17a01-a-longer-id-than-usual-" + i + "\"")
        .collect(Collectors.joining(",", "[", "]"));
  }
}
