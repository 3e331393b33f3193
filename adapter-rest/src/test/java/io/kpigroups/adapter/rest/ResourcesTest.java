package io.kpigroups.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.rest.problem.ProblemType;
import io.kpigroups.adapter.rest.support.Edge;
import io.kpigroups.adapter.rest.support.Line;
import io.kpigroups.adapter.rest.support.Reply;
import io.kpigroups.adapter.rest.support.Resources;
import io.kpigroups.application.port.in.Operation;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What all operations have, from the HTTP request to the store and back. */
class ResourcesTest {
  private static final String GROUPS = "/api/v1/kpis/groups";
  private static final String NO_GROUP = GROUPS + "/65f0a1b2c3d4e5f60718293a";

  private final Resources resources = new Resources();
  private final Edge edge = resources.edge();

  @AfterEach
  void close() {
    edge.close();
  }

  @Test
  void whatIsNoIdIsToldUnderItsName() {
    for (String request :
        new String[] {
          "GET /api/v1/kpis/groups/x", "DELETE /api/v1/kpis/groups/x",
          "PUT /api/v1/kpis/groups/x/favorite", "DELETE /api/v1/kpis/groups/x/favorite",
          "PUT /api/v1/kpis/k1/groups/x", "DELETE /api/v1/kpis/k1/groups/x"
        }) {
      assertThat(ask(request).isProblem(ProblemType.INVALID_INPUT).json().findValuesAsText("name"))
          .as(request)
          .containsExactly("groupId");
    }
    for (String request :
        new String[] {
          "GET /api/v1/kpis/a!",
          "DELETE /api/v1/kpis/a!",
          "PUT /api/v1/kpis/a!/groups/65f0a1b2c3d4e5f60718293a",
          "DELETE /api/v1/kpis/groups/groups/65f0a1b2c3d4e5f60718293a"
        }) {
      assertThat(ask(request).isProblem(ProblemType.INVALID_INPUT).json().findValuesAsText("name"))
          .as(request)
          .containsExactly("kpiId");
    }
  }

  @Test
  void everyOperationIsWhatItIsCalled() {
    assertOperation("GET " + GROUPS, Operation.LIST_GROUPS);
    assertOperation("HEAD " + NO_GROUP, Operation.GET_GROUP);
    assertOperation("PUT " + NO_GROUP + "/favorite", Operation.FAVORITE_GROUP);
    assertOperation("DELETE /api/v1/kpis/k1", Operation.UNREGISTER_KPI);
  }

  @Test
  void nobodyWithoutATokenIsTold() {
    Reply refused =
        edge.ask("GET " + GROUPS, "gtmhub-accountId: a1").isProblem(ProblemType.UNAUTHENTICATED);

    assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer");
  }

  private void assertOperation(String request, Operation operation) {
    try (Line line = edge.line()) {
      line.send(Line.head(request, "Authorization: Bearer ann", "gtmhub-accountId: a1"));
      assertThat(edge.observed.nextEnd().operation()).isEqualTo(Optional.of(operation));
    }
  }

  private String newGroup(String name) {
    return ask("POST " + GROUPS, "{\"name\":\"" + name + "\"}").has(201).header("Location");
  }

  private Reply ask(String request) {
    return resources.ask(request);
  }

  private Reply ask(String request, String body, String... fields) {
    return resources.ask(request, body, fields);
  }
}
