package io.kpigroups.adapter.rest.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.rest.problem.ProblemType;
import io.kpigroups.adapter.rest.support.Reply;
import io.kpigroups.adapter.rest.support.Resources;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A deleted group that comes back. */
class RestoreTest {
  private static final String GROUPS = "/api/v1/kpis/groups";

  private final Resources resources = new Resources();
  private final String group =
      resources.ask("POST " + GROUPS, "{\"name\":\"Sales\"}").has(201).header("Location");

  @AfterEach
  void close() {
    resources.edge().close();
  }

  @Test
  void aGroupIsThereAgainAsItWasWithItsKpisAndFavorites() {
    resources.ask("PUT /api/v1/kpis/k1", "{\"name\":\"MRR\"}").has(201);
    resources.ask("PUT " + group.replace("/groups", "/k1/groups")).has(200);
    resources.ask("PUT " + group + "/favorite").has(200);
    Reply before = resources.ask("GET " + group).has(200);
    resources.ask("DELETE " + group).has(200);

    Reply restored = resources.ask("POST " + group + "/restore").has(200);

    assertThat(restored.body()).isEqualTo(before.body());
    for (String field : new String[] {"ETag", "Cache-Control", "Vary"}) {
      assertThat(restored.header(field)).isEqualTo(before.header(field)).isNotEmpty();
    }
    assertThat(resources.ask("GET " + group).has(200).body()).isEqualTo(before.body());
    assertThat(resources.ask("GET " + group + "/kpis").json().findValuesAsText("kpiId"))
        .containsExactly("k1");
  }

  @Test
  void aGroupThatIsThereStaysAsItIsWhateverTheBody() {
    Reply before = resources.ask("GET " + group).has(200);

    Reply same = resources.ask("POST " + group + "/restore", "{not json").has(200);

    assertThat(same.body()).isEqualTo(before.body());
    assertThat(same.header("ETag")).isEqualTo(before.header("ETag"));
  }

  @Test
  void aGroupThatThereNeverWasIsNotFoundAndWrongInputIsTold() {
    resources
        .ask("POST " + GROUPS + "/65f0a1b2c3d4e5f60718293a/restore")
        .isProblem(ProblemType.GROUP_NOT_FOUND);
    assertThat(
            resources
                .ask("POST " + GROUPS + "/x/restore?y=1")
                .isProblem(ProblemType.INVALID_INPUT)
                .json()
                .findValuesAsText("name"))
        .containsExactly("groupId", "y");
  }
}
