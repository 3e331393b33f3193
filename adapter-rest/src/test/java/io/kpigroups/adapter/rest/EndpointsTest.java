package io.kpigroups.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.application.port.in.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The routes, the resources and what the documents say of them are of one mind. */
class EndpointsTest {
  static final List<Endpoint> ENDPOINTS = Endpoint.all();

  @Test
  void everyOperationHasOneEndpointAndItsFacts() {
    assertThat(ENDPOINTS.stream().map(Endpoint::operation))
        .containsExactlyInAnyOrder(Operation.values());
    assertThat(OpenApiFacts.BY_OPERATION.keySet())
        .containsExactlyInAnyOrderElementsOf(
            ENDPOINTS.stream().map(Endpoint::operationId).toList());
  }

  @ParameterizedTest
  @FieldSource("ENDPOINTS")
  void theRouteTakesTheBodiesThatTheResourceTakes(Endpoint endpoint) {
    assertThat(endpoint.route().takesBody(endpoint.method()))
        .isEqualTo(!endpoint.consumes().isEmpty());
    if (!endpoint.consumes().isEmpty()) {
      assertThat(Routes.mediaTypes(endpoint.method())).isEqualTo(endpoint.consumes());
    }
    assertThat(endpoint.produces())
        .isEqualTo(
            endpoint.route().answersJson(endpoint.method())
                ? Set.of("application/json")
                : Set.of());
  }

  @ParameterizedTest
  @FieldSource("ENDPOINTS")
  void whatThePathNamesIsWhatTheResourceReads(Endpoint endpoint) {
    List<String> named =
        Arrays.stream(endpoint.path().split("/"))
            .filter(part -> part.startsWith("{"))
            .map(part -> part.replaceAll("[{}]", ""))
            .toList();

    assertThat(endpoint.pathParameters()).isEqualTo(named);
    assertThat(OpenApiParts.PARAMETERS.keySet()).containsAll(named);
  }

  @ParameterizedTest
  @FieldSource("ENDPOINTS")
  void theFactsNameTheRefusalsThatItsShapeMakesPossible(Endpoint endpoint) {
    List<ProblemType> problems = OpenApiFacts.BY_OPERATION.get(endpoint.operationId()).problems();
    Map<ProblemType, Boolean> expected =
        Map.of(
            ProblemType.NOT_PERMITTED, endpoint.operation().needed().isPresent(),
            ProblemType.UNSUPPORTED_MEDIA_TYPE, !endpoint.consumes().isEmpty(),
            ProblemType.NOT_ACCEPTABLE, !endpoint.produces().isEmpty(),
            ProblemType.GROUP_NOT_FOUND, endpoint.pathParameters().contains("groupId"));

    assertThat(problems).isSorted().doesNotHaveDuplicates();
    expected.forEach(
        (type, possible) ->
            assertThat(problems.contains(type)).as(type.slug()).isEqualTo(possible));
    assertThat(problems)
        .contains(
            ProblemType.INVALID_INPUT,
            ProblemType.UNAUTHENTICATED,
            ProblemType.RATE_LIMITED,
            ProblemType.STORAGE_UNAVAILABLE)
        .doesNotContain(
            ProblemType.PATH_NOT_FOUND,
            ProblemType.METHOD_NOT_ALLOWED,
            ProblemType.HTTP_VERSION_NOT_SUPPORTED);
  }

  @Test
  void everyProblemOfAnOperationIsToldOfSomewhere() {
    Set<ProblemType> told =
        OpenApiFacts.BY_OPERATION.values().stream()
            .flatMap(facts -> facts.problems().stream())
            .collect(Collectors.toSet());

    assertThat(told)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ProblemType.values())
                .filter(type -> type != ProblemType.PATH_NOT_FOUND)
                .filter(type -> type != ProblemType.METHOD_NOT_ALLOWED)
                .filter(type -> type != ProblemType.HTTP_VERSION_NOT_SUPPORTED)
                .toList());
  }

  @Test
  void theFactsNameOnlyParametersAndFieldsThatAreDescribed() {
    assertThat(OpenApiFacts.BY_OPERATION.values())
        .allSatisfy(
            facts -> {
              assertThat(OpenApiParts.PARAMETERS.keySet()).containsAll(facts.parameters());
              assertThat(OpenApiParts.HEADERS.keySet()).containsAll(facts.headers());
            });
  }
}
