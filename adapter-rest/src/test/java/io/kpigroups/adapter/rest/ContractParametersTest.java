package io.kpigroups.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.rest.http.Endpoint;
import io.kpigroups.adapter.rest.problem.ProblemType;
import io.kpigroups.adapter.rest.support.Contract;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the OpenAPI document says that an endpoint takes beside its body. */
class ContractParametersTest {

  @ParameterizedTest
  @EnumSource(Endpoint.class)
  void theDocumentHasTheVariablesOfThePathInItsOrder(Endpoint endpoint) {
    List<Parameter> inPath =
        Contract.parameters(operation(endpoint)).stream()
            .filter(parameter -> parameter.getIn() == In.PATH)
            .toList();

    assertThat(inPath).extracting(Parameter::getName).isEqualTo(EndpointsTest.variables(endpoint));
    assertThat(inPath).allSatisfy(parameter -> assertThat(parameter.getRequired()).isTrue());
  }

  @ParameterizedTest
  @EnumSource(Endpoint.class)
  void conditionsAndKeysAreTakenWhereTheirAnswersAre(Endpoint endpoint) {
    List<String> fields =
        Contract.parameters(operation(endpoint)).stream()
            .filter(parameter -> parameter.getIn() == In.HEADER)
            .map(Parameter::getName)
            .toList();

    assertThat(fields.contains("If-Match"))
        .isEqualTo(endpoint.refusals().contains(ProblemType.STALE_REVISION));
    assertThat(fields.contains("Idempotency-Key"))
        .isEqualTo(endpoint.refusals().contains(ProblemType.IDEMPOTENCY_KEY_REUSED));
    assertThat(fields.contains("If-None-Match"))
        .isEqualTo(fields.contains("If-Match") || endpoint.success().statuses().contains(304));
  }

  @ParameterizedTest
  @EnumSource(Endpoint.class)
  void onlyAFavoriteCanDoWithoutTheAccount(Endpoint endpoint) {
    boolean favorite = endpoint.path().endsWith("/favorite");
    assertThat(operation(endpoint).getSecurity())
        .extracting(security -> security.getSchemes().keySet())
        .isEqualTo(
            favorite
                ? List.of(Set.of("bearer", "account"), Set.of("bearer"))
                : List.of(Set.of("bearer", "account")));
  }

  private static Operation operation(Endpoint endpoint) {
    return Contract.operation(endpoint.method(), endpoint.path()).orElseThrow();
  }
}
