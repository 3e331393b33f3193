package io.kpigroups.adapter.rest;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.rest.http.Endpoint;
import io.kpigroups.adapter.rest.http.Endpoint.Body;
import io.kpigroups.adapter.rest.http.Endpoint.Success;
import io.kpigroups.adapter.rest.problem.ProblemType;
import io.kpigroups.adapter.rest.support.Contract;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The OpenAPI document says of every endpoint what the table says. */
class ContractTest {
  /** What every endpoint can be refused with. */
  private static final Set<ProblemType> COMMON =
      EnumSet.of(
          ProblemType.INVALID_INPUT,
          ProblemType.UNAUTHENTICATED,
          ProblemType.ACCOUNT_FORBIDDEN,
          ProblemType.NO_USER,
          ProblemType.ACCOUNT_SUSPENDED,
          ProblemType.REQUEST_TIMEOUT,
          ProblemType.BODY_TOO_LARGE,
          ProblemType.RATE_LIMITED,
          ProblemType.INTERNAL_ERROR,
          ProblemType.UPSTREAM_UNUSABLE,
          ProblemType.KEYS_UNAVAILABLE,
          ProblemType.STORAGE_UNAVAILABLE,
          ProblemType.UPSTREAM_TOO_SLOW);

  /** What is refused before there is an endpoint. */
  private static final Set<ProblemType> WITHOUT_ENDPOINT =
      EnumSet.of(
          ProblemType.PATH_NOT_FOUND,
          ProblemType.METHOD_NOT_ALLOWED,
          ProblemType.HTTP_VERSION_NOT_SUPPORTED);

  @Test
  void theDocumentHasTheEndpointsOfTheTableAndNoOther() {
    List<String> documented =
        Contract.DOCUMENT.getPaths().getPathItems().entrySet().stream()
            .flatMap(
                path ->
                    path.getValue().getOperations().keySet().stream()
                        .map(method -> method + " " + path.getKey()))
            .toList();

    assertThat(documented)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Endpoint.values()).map(ContractTest::name).toList());
  }

  @ParameterizedTest
  @EnumSource(Endpoint.class)
  void theDocumentHasTheBodyOfTheTable(Endpoint endpoint) {
    Operation operation = operation(endpoint);

    if (endpoint.body() == Body.NONE) {
      assertThat(operation.getRequestBody()).isNull();
    } else {
      assertThat(operation.getRequestBody().getContent().getMediaTypes().keySet())
          .containsExactlyInAnyOrderElementsOf(endpoint.body().mediaTypes());
    }
    assertThat(Contract.response(operation, 413).getDescription())
        .contains(endpoint.body().largest() / 1024 + " KiB");
  }

  @ParameterizedTest
  @EnumSource(Endpoint.class)
  void theDocumentHasTheSuccessesOfTheTable(Endpoint endpoint) {
    Success success = endpoint.success();
    for (int status : success.statuses()) {
      APIResponse response = Contract.response(operation(endpoint), status);
      assertThat(response.getDescription()).isNotBlank();
      assertThat(response.getContent() != null)
          .as("content of " + status)
          .isEqualTo(success.isJson() && status < 300);
      assertThat(response.getHeaders() == null ? Set.of() : response.getHeaders().keySet())
          .isEqualTo(headers(endpoint, response));
    }
  }

  @ParameterizedTest
  @EnumSource(Endpoint.class)
  void theDocumentHasTheProblemsOfTheTableEachWithAnExample(Endpoint endpoint) {
    Map<Integer, Set<String>> expected =
        problems(endpoint).stream()
            .collect(groupingBy(ProblemType::status, mapping(ProblemType::slug, toSet())));
    Set<String> statuses = new TreeSet<>();
    expected.forEach(
        (status, slugs) -> {
          statuses.add(String.valueOf(status));
          assertThat(
                  Contract.response(operation(endpoint), status)
                      .getContent()
                      .getMediaType("application/problem+json")
                      .getExamples()
                      .keySet())
              .isEqualTo(slugs);
        });
    endpoint.success().statuses().forEach(status -> statuses.add(String.valueOf(status)));

    assertThat(operation(endpoint).getResponses().getAPIResponses().keySet()).isEqualTo(statuses);
  }

  @Test
  void everyProblemIsToldOfSomewhere() {
    Set<ProblemType> told = EnumSet.copyOf(WITHOUT_ENDPOINT);
    for (Endpoint endpoint : Endpoint.values()) {
      assertThat(problems(endpoint)).doesNotContainAnyElementsOf(WITHOUT_ENDPOINT);
      told.addAll(problems(endpoint));
    }

    assertThat(told).containsExactlyInAnyOrder(ProblemType.values());
  }

  private static Set<ProblemType> problems(Endpoint endpoint) {
    Set<ProblemType> problems = EnumSet.copyOf(COMMON);
    problems.addAll(endpoint.refusals());
    if (endpoint.operation().needed().isPresent()) {
      problems.add(ProblemType.NOT_PERMITTED);
    }
    if (endpoint.body() != Body.NONE) {
      problems.add(ProblemType.UNSUPPORTED_MEDIA_TYPE);
    }
    if (endpoint.success().isJson()) {
      problems.add(ProblemType.NOT_ACCEPTABLE);
    }
    return problems;
  }

  /** A page has links, one group or KPI its tag, a new one says where it is, a result has none. */
  private static Set<String> headers(Endpoint endpoint, APIResponse response) {
    if (!endpoint.success().isJson()) {
      return Set.of();
    }
    if (endpoint.success().statuses().equals(Set.of(201))) {
      return Set.of("ETag", "Cache-Control", "Vary", "Location");
    }
    String schema =
        response.getContent() == null
            ? ""
            : response.getContent().getMediaType("application/json").getSchema().getRef();
    if (schema.endsWith("Result")) {
      return Set.of();
    }
    return schema.endsWith("Page") ? Set.of("Link") : Set.of("ETag", "Cache-Control", "Vary");
  }

  private static String name(Endpoint endpoint) {
    return endpoint.method() + " " + endpoint.path();
  }

  private static Operation operation(Endpoint endpoint) {
    return Contract.operation(endpoint.method(), endpoint.path()).orElseThrow();
  }
}
