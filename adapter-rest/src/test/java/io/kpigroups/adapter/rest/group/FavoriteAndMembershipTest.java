package io.kpigroups.adapter.rest.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.rest.problem.ProblemType;
import io.kpigroups.adapter.rest.support.Edge;
import io.kpigroups.adapter.rest.support.Reply;
import io.kpigroups.adapter.rest.support.Resources;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Favorites and memberships, from the HTTP request to the store and back. */
class FavoriteAndMembershipTest {
  private static final String GROUPS = "/api/v1/kpis/groups";
  private static final String NO_GROUP = GROUPS + "/65f0a1b2c3d4e5f60718293a";

  private final Resources resources = new Resources();
  private final Edge edge = resources.edge();

  @AfterEach
  void close() {
    edge.close();
  }

  @Test
  void favoritesAndMembershipsHaveNoTagAndTakeNoConditions() {
    String group = newGroup("Sales");
    String member = "/api/v1/kpis/k1" + group.substring("/api/v1/kpis".length());
    ask("PUT /api/v1/kpis/k1", "{\"name\":\"MRR\"}").has(201);

    for (String request : List.of("PUT", "DELETE")) {
      for (String condition : List.of("If-Match: \"x-0\"", "If-None-Match: *", "If-Match: x")) {
        ask(request + " " + group + "/favorite", "", condition).has(200);
        ask(request + " " + member, "", condition).has(200);
      }
    }
  }

  @Test
  void aFavoriteIsTheCallersOwnAndNeedsNoAccountToBeNamed() {
    String group = newGroup("Sales");

    edge.ask("PUT " + group + "/favorite", "Authorization: Bearer ann").has(200);
    assertThat(ask("GET " + group).json().path("favorite").booleanValue()).isTrue();
    assertThat(
            edge.ask("GET " + group, "Authorization: Bearer bob", "gtmhub-accountId: a1")
                .json()
                .path("favorite")
                .booleanValue())
        .isFalse();
    ask("DELETE " + group + "/favorite").has(200);
    assertThat(ask("GET " + group).json().path("favorite").booleanValue()).isFalse();
    ask("PUT " + NO_GROUP + "/favorite").isProblem(ProblemType.GROUP_NOT_FOUND);
    ask("DELETE " + NO_GROUP + "/favorite").isProblem(ProblemType.GROUP_NOT_FOUND);
  }

  @Test
  void aKpiIsPutIntoAGroupAndTakenOut() {
    String id = newGroup("Sales").substring(GROUPS.length() + 1);
    String member = "/api/v1/kpis/k1/groups/" + id;

    ask("PUT " + member).isProblem(ProblemType.KPI_NOT_FOUND);
    ask("PUT /api/v1/kpis/k1", "{\"name\":\"MRR\"}").has(201);
    assertThat(ask("PUT " + member).has(200).body()).isEmpty();
    ask("DELETE /api/v1/kpis/k1").has(200);
    ask("DELETE " + member).has(200);
    ask("DELETE " + member).isProblem(ProblemType.KPI_NOT_FOUND);
    ask("DELETE " + NO_GROUP.replace("groups", "k1/groups")).isProblem(ProblemType.GROUP_NOT_FOUND);
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
