package io.kpigroups.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.eclipse.microprofile.openapi.models.tags.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What is added to the document that the annotations give. */
class OpenApiDocumentTest {
  static final List<Endpoint> ENDPOINTS = Endpoint.all();
  private static final OpenAPI DOCUMENT = Annotated.completed();

  @ParameterizedTest
  @FieldSource("ENDPOINTS")
  void anOperationHasTheAnswersOfItsFactsAndNoOther(Endpoint endpoint) {
    OpenApiFacts facts = OpenApiFacts.BY_OPERATION.get(endpoint.operationId());
    Map<String, APIResponse> responses = operation(endpoint).getResponses().getAPIResponses();
    List<String> statuses =
        Stream.concat(
                facts.successes().keySet().stream(),
                facts.problems().stream().map(ProblemType::status))
            .map(String::valueOf)
            .distinct()
            .toList();

    assertThat(responses.keySet()).containsExactlyInAnyOrderElementsOf(statuses);
    facts
        .successes()
        .forEach(
            (status, meaning) ->
                assertThat(responses.get(status.toString()).getDescription())
                    .isEqualTo(meaning + "."));
  }

  @ParameterizedTest
  @FieldSource("ENDPOINTS")
  void anAnswerHasJsonOnlyWhereTheResourceAnswersIt(Endpoint endpoint) {
    OpenApiFacts facts = OpenApiFacts.BY_OPERATION.get(endpoint.operationId());
    Map<String, APIResponse> responses = operation(endpoint).getResponses().getAPIResponses();

    for (int status : facts.successes().keySet()) {
      APIResponse response = responses.get(String.valueOf(status));
      boolean json = !endpoint.produces().isEmpty() && status < 300;
      assertThat(response.getContent() != null).as("content of " + status).isEqualTo(json);
      assertThat(response.getHeaders() == null ? List.of() : response.getHeaders().keySet())
          .containsExactlyInAnyOrderElementsOf(facts.headers());
    }
  }

  @ParameterizedTest
  @FieldSource("ENDPOINTS")
  void everyProblemHasAnExampleThatIsOne(Endpoint endpoint) {
    OpenApiFacts facts = OpenApiFacts.BY_OPERATION.get(endpoint.operationId());
    for (ProblemType type : facts.problems()) {
      APIResponse response =
          operation(endpoint).getResponses().getAPIResponse(String.valueOf(type.status()));
      MediaType body = response.getContent().getMediaType("application/problem+json");
      Map<?, ?> example = (Map<?, ?>) body.getExamples().get(type.slug()).getValue();

      assertThat(body.getSchema().getRef()).isEqualTo("#/components/schemas/Problem");
      assertThat(response.getDescription()).contains("`" + type.slug() + "`: " + type.meaning());
      assertThat(example.get("type")).isEqualTo(type.uri());
      assertThat(example.get("status")).isEqualTo(type.status());
      assertThat(example.containsKey("errors")).isEqualTo(type == ProblemType.INVALID_INPUT);
    }
  }

  @Test
  void aProblemNamesTheFieldsThatGoWithIt() {
    Operation list = operation("listKpiGroups");

    assertThat(list.getResponses().getAPIResponse("401").getHeaders())
        .containsOnlyKeys("WWW-Authenticate");
    assertThat(list.getResponses().getAPIResponse("429").getHeaders())
        .containsOnlyKeys("Retry-After");
    assertThat(list.getResponses().getAPIResponse("404")).isNull();
    assertThat(list.getResponses().getAPIResponse("413").getHeaders()).isNull();
  }

  @ParameterizedTest
  @FieldSource("ENDPOINTS")
  void anOperationHasTheParametersOfItsPathAndOfItsFacts(Endpoint endpoint) {
    List<Parameter> parameters = operation(endpoint).getParameters();
    List<String> keys = new ArrayList<>(endpoint.pathParameters());
    keys.addAll(OpenApiFacts.BY_OPERATION.get(endpoint.operationId()).parameters());

    assertThat(parameters == null ? List.of() : parameters)
        .isEqualTo(keys.stream().map(OpenApiParts.PARAMETERS::get).toList());
  }

  @ParameterizedTest
  @FieldSource("ENDPOINTS")
  void onlyAFavoriteCanDoWithoutTheAccount(Endpoint endpoint) {
    List<SecurityRequirement> security = operation(endpoint).getSecurity();
    boolean favorite = endpoint.path().endsWith("/favorite");

    assertThat(security).hasSize(favorite ? 2 : 1);
    assertThat(security.get(0).getSchemes()).containsOnlyKeys("bearer", "account");
    if (favorite) {
      assertThat(security.get(1).getSchemes()).containsOnlyKeys("bearer");
    }
  }

  @Test
  void itSaysHowToAuthorize() {
    Map<String, SecurityScheme> schemes = DOCUMENT.getComponents().getSecuritySchemes();

    assertThat(schemes.get("bearer").getScheme()).isEqualTo("bearer");
    assertThat(schemes.get("account").getName()).isEqualTo("gtmhub-accountId");
    assertThat(schemes.get("account").getIn()).isEqualTo(SecurityScheme.In.HEADER);
  }

  @Test
  void theSchemaOfProblemsHasATableOfThemAllByStatus() {
    List<String> rows =
        DOCUMENT
            .getComponents()
            .getSchemas()
            .get("Problem")
            .getDescription()
            .lines()
            .filter(line -> line.matches("\\| [0-9]{3} \\| .*"))
            .toList();

    assertThat(rows)
        .hasSize(ProblemType.values().length)
        .isSortedAccordingTo(Comparator.comparing(row -> row.substring(0, 5)));
    assertThat(Arrays.asList(ProblemType.values()))
        .allSatisfy(
            type ->
                assertThat(rows)
                    .contains(
                        "| "
                            + type.status()
                            + " | `"
                            + type.slug()
                            + "` | "
                            + type.meaning()
                            + " |"));
  }

  @Test
  void itsTagsAreInTheOrderOfTheirUse() {
    assertThat(DOCUMENT.getTags())
        .extracting(Tag::getName)
        .containsExactly("KPI groups", "Favorites", "Membership", "KPI register");
  }

  @Test
  void anOperationOfWhichNothingIsKnownFailsTheBuild() {
    OpenAPI document = Annotated.document();
    document
        .getPaths()
        .addPathItem("/new", OASFactory.createPathItem().GET(Annotated.operation("unheardOf")));

    assertThatThrownBy(() -> new OpenApiDocument().filterOpenAPI(document))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("No facts for unheardOf");
  }

  private static Operation operation(Endpoint endpoint) {
    return operation(endpoint.operationId());
  }

  private static Operation operation(String id) {
    return DOCUMENT.getPaths().getPathItems().values().stream()
        .flatMap(item -> item.getOperations().values().stream())
        .filter(operation -> operation.getOperationId().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
