package io.kpigroups.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.rest.problem.ProblemType;
import io.kpigroups.adapter.rest.support.Contract;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.eclipse.microprofile.openapi.models.tags.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What the OpenAPI document says of problems, and of itself. */
class ContractProblemsTest {

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"PATH_NOT_FOUND", "METHOD_NOT_ALLOWED", "HTTP_VERSION_NOT_SUPPORTED"})
  void everyProblemHasAnExampleThatIsOne(ProblemType type) {
    Map<?, ?> example =
        (Map<?, ?>) Contract.DOCUMENT.getComponents().getExamples().get(type.slug()).getValue();

    assertThat(example.get("type")).isEqualTo(type.uri());
    assertThat(example.get("title")).isEqualTo(type.title());
    assertThat(((Number) example.get("status")).intValue()).isEqualTo(type.status());
    assertThat(example.get("detail")).isEqualTo(type.meaning() + ".");
    assertThat(example.containsKey("errors")).isEqualTo(type == ProblemType.INVALID_INPUT);
  }

  @ParameterizedTest
  @EnumSource
  void everyAnswerWithAProblemSaysWhatItMeans(ProblemType type) {
    assertThat(answersWith(type))
        .allSatisfy(
            answer -> {
              assertThat(answer.getDescription())
                  .contains("`" + type.slug() + "`: " + type.meaning() + ".");
              assertThat(
                      answer
                          .getContent()
                          .getMediaType("application/problem+json")
                          .getSchema()
                          .getRef())
                  .isEqualTo("#/components/schemas/Problem");
            });
  }

  @Test
  void anAnswerNamesTheFieldsThatGoWithItsProblems() {
    Set<String> documented = Set.of("WWW-Authenticate", "Retry-After");

    for (APIResponse answer : Contract.DOCUMENT.getComponents().getResponses().values()) {
      Set<String> fields =
          Stream.of(ProblemType.values())
              .filter(type -> answersWith(type).contains(answer))
              .flatMap(type -> type.headers().keySet().stream())
              .filter(documented::contains)
              .collect(Collectors.toSet());
      assertThat(answer.getHeaders() == null ? Set.of() : answer.getHeaders().keySet())
          .as(answer.getDescription())
          .isEqualTo(fields);
    }
  }

  @Test
  void theSchemaOfProblemsHasATableOfThemAllByStatus() {
    List<String> rows =
        Optional.ofNullable(
                Contract.DOCUMENT.getComponents().getSchemas().get("Problem").getDescription())
            .orElse("")
            .lines()
            .filter(line -> line.matches("\\| [0-9]{3} \\| .*"))
            .toList();

    assertThat(rows)
        .isSortedAccordingTo(Comparator.comparing(row -> row.substring(0, 5)))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(ProblemType.values())
                .map(t -> "| " + t.status() + " | `" + t.slug() + "` | " + t.meaning() + " |")
                .toList());
    assertThat(Contract.DOCUMENT.getInfo().getDescription()).contains("schema Problem");
  }

  @Test
  void itSaysHowToAuthorize() {
    Map<String, SecurityScheme> schemes = Contract.DOCUMENT.getComponents().getSecuritySchemes();

    assertThat(schemes.get("bearer").getScheme()).isEqualTo("bearer");
    assertThat(schemes.get("account").getName()).isEqualTo("gtmhub-accountId");
    assertThat(schemes.get("account").getIn()).isEqualTo(SecurityScheme.In.HEADER);
  }

  @Test
  void itsTagsAreInTheOrderOfTheirUse() {
    assertThat(Contract.DOCUMENT.getTags())
        .extracting(Tag::getName)
        .containsExactly("KPI groups", "Favorites", "Membership", "KPI register");
  }

  @Test
  void theServerIsWhereTheDocumentIsSoThatAPrefixHolds() {
    assertThat(Contract.DOCUMENT.getServers())
        .singleElement()
        .satisfies(server -> assertThat(server.getUrl()).isEqualTo(".."));
  }

  private static List<APIResponse> answersWith(ProblemType type) {
    return Contract.DOCUMENT.getComponents().getResponses().values().stream()
        .filter(
            answer ->
                answer
                    .getContent()
                    .getMediaType("application/problem+json")
                    .getExamples()
                    .containsKey(type.slug()))
        .toList();
  }
}
