package io.kpigroups.adapter.rest.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.rest.problem.ProblemType;
import io.kpigroups.adapter.rest.support.Edge;
import io.kpigroups.adapter.rest.support.Reply;
import io.kpigroups.adapter.rest.support.Resources;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The operations on groups, from the HTTP request to the store and back. */
class GroupResourceTest {
  private static final String GROUPS = "/api/v1/kpis/groups";
  private static final String NO_GROUP = GROUPS + "/65f0a1b2c3d4e5f60718293a";

  private final Resources resources = new Resources();
  private final Edge edge = resources.edge();

  @AfterEach
  void close() {
    edge.close();
  }

  @Test
  void aGroupIsMadeAndReadBack() {
    Reply made = ask("POST " + GROUPS, "{\"name\":\"Sales\"}").has(201);
    String place = made.header("Location");

    assertThat(place).isEqualTo(GROUPS + "/" + made.json().path("id").textValue());
    assertThat(made.json().path("createdById").textValue()).isEqualTo("ann");
    Reply read = ask("GET " + place).has(200);
    assertThat(read.body()).isEqualTo(made.body());
    assertThat(read.header("ETag")).isEqualTo(made.header("ETag")).isNotEmpty();
  }

  @Test
  void aGroupIsNotSentToWhoeverHasIt() {
    String group = newGroup("Sales");
    String tag = ask("GET " + group).header("ETag");

    assertThat(ask("GET " + group, "", "If-None-Match: " + tag).has(304).body()).isEmpty();
    ask("GET " + group, "", "If-None-Match: \"x-0\"").has(200);
    ask("PUT " + group + "/favorite").has(200);
    ask("GET " + group, "", "If-None-Match: " + tag).has(200);
  }

  @Test
  void groupsAreListedPageByPage() {
    newGroup("b");
    newGroup("a");
    newGroup("c");
    Reply page = ask("GET " + GROUPS + "?sort=-name&limit=2").has(200);

    assertThat(page.json().path("count").intValue()).isEqualTo(2);
    assertThat(page.json().path("totalCount").intValue()).isEqualTo(3);
    assertThat(page.json().findValuesAsText("name")).containsExactly("c", "b");
    assertThat(page.header("Link").replaceAll("cursor=[^&]+", "cursor=C"))
        .contains("<" + GROUPS + "?cursor=C&limit=2&sort=-name>; rel=\"next\"");
    assertThat(ask("GET " + GROUPS + "?sort=dateCreated,dateUpdated,id,name").status())
        .isEqualTo(200);
    ask("GET " + GROUPS + "?sort=favorite").isProblem(ProblemType.INVALID_INPUT);
  }

  @Test
  void aGroupIsRenamedIfItIsAsItIsExpected() {
    String group = newGroup("Sales");
    String tag = ask("GET " + group).header("ETag");

    Reply renamed = ask("PATCH " + group, "{\"name\":\"Turnover\"}", "If-Match: " + tag).has(200);
    assertThat(renamed.json().path("name").textValue()).isEqualTo("Turnover");
    assertThat(renamed.header("ETag")).isNotEqualTo(tag);
    ask("PATCH " + group, "{\"name\":\"x\"}", "If-Match: " + tag)
        .isProblem(ProblemType.STALE_REVISION);
    ask("PATCH " + group, "{\"name\":\"Revenue\"}").has(200);
    ask("PATCH " + NO_GROUP, "{\"name\":\"x\"}").isProblem(ProblemType.GROUP_NOT_FOUND);
  }

  @Test
  void aChangeThatExpectsNothingToBeThereChangesNothing() {
    String group = newGroup("Sales");
    String tag = ask("GET " + group).header("ETag");
    String name = "{\"name\":\"Turnover\"}";

    for (String absent : List.of("*", tag, "W/" + tag + ", \"x-0\"")) {
      ask("PATCH " + group, name, "If-None-Match: " + absent).isProblem(ProblemType.STALE_REVISION);
      ask("DELETE " + group, "", "If-None-Match: " + absent).isProblem(ProblemType.STALE_REVISION);
    }
    assertThat(ask("GET " + group).header("ETag")).isEqualTo(tag);
    ask("PATCH " + NO_GROUP, name, "If-None-Match: *").isProblem(ProblemType.GROUP_NOT_FOUND);
    ask("PATCH " + group, name, "If-None-Match: \"x-0\"", "If-Match: \"y-0\"")
        .isProblem(ProblemType.STALE_REVISION);
    ask("PATCH " + group, name, "If-None-Match: \"x-0\"", "If-Match: " + tag).has(200);
  }

  @Test
  void aGroupIsDeletedIfItIsAsItIsExpected() {
    String group = newGroup("Sales");

    ask("DELETE " + group, "", "If-Match: \"x-0\"").isProblem(ProblemType.STALE_REVISION);
    assertThat(ask("DELETE " + group, "", "If-Match: *").has(200).body()).isEmpty();
    ask("DELETE " + group).isProblem(ProblemType.GROUP_NOT_FOUND);
    ask("GET " + group).isProblem(ProblemType.GROUP_NOT_FOUND);
  }

  @Test
  void everythingThatIsWrongWithARenameIsToldAtOnce() {
    Reply refused =
        ask("PATCH " + GROUPS + "/x?y=1", "{\"nam\":\"a\"}", "If-Match: z")
            .isProblem(ProblemType.INVALID_INPUT);

    assertThat(refused.json().path("errors").findValuesAsText("in"))
        .containsExactly("path", "header", "body", "body", "query");
  }

  @Test
  void aGroupMayBeSentBackAsItCame() {
    String group = newGroup("Sales");
    String sent =
        "{\"accountId\":\"x\",\"createdById\":5,\"dateCreated\":null,\"dateUpdated\":{},"
            + "\"favorite\":true,\"id\":[],\"modifiedById\":\"y\",\"name\":\" Turnover \"}";

    assertThat(ask("PATCH " + group, sent).has(200).json().path("name").textValue())
        .isEqualTo("Turnover");
  }

  @Test
  void whatIsWrongWithAGroupIsNamed() {
    assertThat(wrong("{\"name\":\"\"}")).containsExactly("name");
    assertThat(wrong("{\"ownerIds\":[]}")).containsExactly("ownerIds", "name");
  }

  private List<String> wrong(String body) {
    return ask("POST " + GROUPS, body)
        .isProblem(ProblemType.INVALID_INPUT)
        .json()
        .findValuesAsText("name");
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
