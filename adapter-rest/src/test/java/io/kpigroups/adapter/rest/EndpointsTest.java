package io.kpigroups.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.rest.group.GroupListResource;
import io.kpigroups.adapter.rest.group.GroupResource;
import io.kpigroups.adapter.rest.group.MembershipResource;
import io.kpigroups.adapter.rest.http.Endpoint;
import io.kpigroups.adapter.rest.kpi.KpiResource;
import io.kpigroups.adapter.rest.support.ResourceMethod;
import io.kpigroups.application.port.in.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The resources and the operations are those of the table of endpoints. */
class EndpointsTest {

  @Test
  void everyOperationHasOneEndpoint() {
    assertThat(Arrays.stream(Endpoint.values()).map(Endpoint::operation))
        .containsExactlyInAnyOrder(Operation.values());
  }

  @Test
  void theResourcesHaveTheEndpointsOfTheTableAndNoOther() {
    List<List<Object>> resources =
        Stream.of(
                GroupListResource.class,
                GroupResource.class,
                MembershipResource.class,
                KpiResource.class)
            .flatMap(ResourceMethod::of)
            .map(m -> List.<Object>of(m.httpMethod(), m.path(), m.produces(), m.pathParameters()))
            .toList();

    assertThat(resources)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Endpoint.values()).map(EndpointsTest::asAnnotated).toList());
  }

  private static List<Object> asAnnotated(Endpoint endpoint) {
    return List.of(
        endpoint.method(),
        endpoint.path(),
        endpoint.success().isJson() ? List.of("application/json") : List.of(),
        variables(endpoint));
  }

  /** The names of the variables of the path, in its order. */
  static List<String> variables(Endpoint endpoint) {
    return Pattern.compile("\\{(\\w+)}")
        .matcher(endpoint.path())
        .results()
        .map(variable -> variable.group(1))
        .toList();
  }
}
