package io.kpigroups.adapter.rest.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.rest.problem.ProblemType;
import io.kpigroups.adapter.rest.support.Reply;
import io.kpigroups.adapter.rest.support.Resources;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The KPIs in a group, as they are listed. */
class MemberListTest {
  private static final String GROUPS = "/api/v1/kpis/groups";

  private final Resources resources = new Resources();
  private final String group =
      resources.ask("POST " + GROUPS, "{\"name\":\"Sales\"}").has(201).header("Location");

  @AfterEach
  void close() {
    resources.edge().close();
  }

  @Test
  void aMemberIsToldWithItsNameAndWhoPutItInAndAMissingNameIsNull() {
    member("k1", "MRR");
    member("k2", "Churn");
    resources.ask("DELETE /api/v1/kpis/k1").has(200);

    String when = "\"addedById\":\"ann\",\"dateAdded\":\"2026-01-02T12:00:00.123Z\"}";
    assertThat(resources.ask("GET " + group + "/kpis").has(200).body())
        .isEqualTo(
            "{\"count\":2,\"items\":[{\"kpiId\":\"k1\",\"name\":null,"
                + when
                + ",{\"kpiId\":\"k2\",\"name\":\"Churn\","
                + when
                + "],\"totalCount\":2}");
  }

  @Test
  void membersAreListedPageByPage() {
    member("k1", "b");
    member("k2", "a");
    member("k3", "c");

    Reply page = resources.ask("GET " + group + "/kpis?sort=-name,dateAdded&take=2&count=none");
    assertThat(page.has(200).json().findValuesAsText("kpiId")).containsExactly("k3", "k1");
    assertThat(page.json().has("totalCount")).isFalse();
    assertThat(page.header("Link").replaceAll("cursor=[^&]+", "cursor=C"))
        .contains("<" + group + "/kpis?cursor=C&limit=2&sort=-name,dateAdded&count=none>");
    assertThat(
            resources
                .ask("GET " + group + "/kpis?sort=dateAdded,-kpiId&skip=2")
                .json()
                .findValuesAsText("kpiId"))
        .containsExactly("k1");
  }

  @Test
  void whatTheListDoesNotTakeIsNamedAndAnUnknownGroupIsNotFound() {
    assertThat(
            resources
                .ask("GET " + GROUPS + "/x/kpis?sort=id&fields=name&q=a&count=x")
                .isProblem(ProblemType.INVALID_INPUT)
                .json()
                .findValuesAsText("name"))
        .isEqualTo(List.of("groupId", "sort", "count", "fields", "q"));
    resources
        .ask("GET " + GROUPS + "/65f0a1b2c3d4e5f60718293a/kpis")
        .isProblem(ProblemType.GROUP_NOT_FOUND);
    resources.ask("DELETE " + group).has(200);
    resources.ask("GET " + group + "/kpis").isProblem(ProblemType.GROUP_NOT_FOUND);
  }

  private void member(String kpi, String name) {
    resources.ask("PUT /api/v1/kpis/" + kpi, "{\"name\":\"" + name + "\"}").has(201);
    resources.ask("PUT " + group.replace("/groups", "/" + kpi + "/groups")).has(200);
  }
}
