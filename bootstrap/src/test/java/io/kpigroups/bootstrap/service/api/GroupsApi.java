package io.kpigroups.bootstrap.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Expect;
import io.kpigroups.bootstrap.service.client.User;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The operations on groups themselves. */
public interface GroupsApi extends ServiceSuite {
  String DATE = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";

  @Test
  default void aNewGroupHasExactlyThePropertiesOfTheReference() {
    User ann = newUser();
    Answer created = ann.post("/kpis/groups", "{\"name\":\" Sales \"}").has(201);
    Map<String, Object> group = created.path("");
    assertThat(group)
        .containsOnlyKeys(
            "accountId",
            "createdById",
            "dateCreated",
            "dateUpdated",
            "favorite",
            "id",
            "modifiedById",
            "name")
        .containsEntry("accountId", ann.account())
        .containsEntry("createdById", "ann")
        .containsEntry("modifiedById", "ann")
        .containsEntry("favorite", false)
        .containsEntry("name", "Sales");
    assertThat((String) group.get("id")).matches("[0-9a-f]{24}");
    assertThat((String) group.get("dateCreated")).matches(DATE).isEqualTo(group.get("dateUpdated"));
    assertThat(created.headerValue("Location")).isEqualTo("/api/v1/kpis/groups/" + group.get("id"));
    assertThat(ann.get("/kpis/groups/" + group.get("id")).<Map<String, Object>>path(""))
        .isEqualTo(group);
  }

  @Test
  default void twoGroupsMayShareAName() {
    User ann = newUser();
    assertThat(ann.newGroup("Sales")).isNotEqualTo(ann.newGroup("Sales"));
  }

  @Test
  default void aNameMayHaveAnyLegalUnicode() {
    User ann = newUser();
    for (String name :
        List.of("Größe", "業績", "👩‍👩‍👧", "a\u200Db", "x".repeat(255), "😀".repeat(255))) {
      String id = ann.newGroup(name);
      assertThat(ann.get("/kpis/groups/" + id).<String>path("name")).isEqualTo(name);
    }
  }

  @Test
  default void aNameIsNormalised() {
    User ann = newUser();
    Answer created = ann.post("/kpis/groups", "{\"name\":\"\\u3000\\u00a0e\\u0301 \\n\"}");
    assertThat(created.<String>path("name")).isEqualTo("é");
  }

  @Test
  default void aRenameChangesNameAndModificationOnly() {
    User ann = newUser();
    String id = ann.newGroup("Old");
    Map<String, Object> before = ann.get("/kpis/groups/" + id).path("");
    User bob = ann.colleague("bob", "kpis:manage");
    Answer renamed = bob.patch("/kpis/groups/" + id, "{\"name\":\"New\"}").has(200);
    assertThat(renamed.<String>path("name")).isEqualTo("New");
    assertThat(renamed.<String>path("modifiedById")).isEqualTo("bob");
    assertThat(renamed.<String>path("createdById")).isEqualTo("ann");
    assertThat(renamed.<String>path("dateCreated")).isEqualTo(before.get("dateCreated"));
    assertThat(renamed.<String>path("dateUpdated"))
        .isGreaterThanOrEqualTo((String) before.get("dateUpdated"));
    assertThat(ann.get("/kpis/groups/" + id).<Map<String, Object>>path(""))
        .isEqualTo(renamed.<Map<String, Object>>path(""));
  }

  @Test
  default void aRenameToTheSameNameChangesNothing() {
    User ann = newUser();
    String id = ann.newGroup("Same");
    Answer before = ann.get("/kpis/groups/" + id);
    User bob = ann.colleague("bob", "kpis:manage");
    Answer renamed = bob.patch("/kpis/groups/" + id, "{\"name\":\" Same\"}").has(200);
    assertThat(renamed.headerValue("ETag")).isEqualTo(before.headerValue("ETag"));
    assertThat(renamed.<String>path("modifiedById")).isEqualTo("ann");
    assertThat(renamed.<String>path("dateUpdated")).isEqualTo(before.path("dateUpdated"));
  }

  @Test
  default void aClientMaySendBackTheWholeGroup() {
    User ann = newUser();
    String id = ann.newGroup("Old");
    String whole = ann.get("/kpis/groups/" + id).body().replace("\"Old\"", "\"New\"");
    assertThat(ann.patch("/kpis/groups/" + id, whole).has(200).<String>path("name"))
        .isEqualTo("New");
  }

  @Test
  default void aMergePatchRenamesToo() {
    User ann = newUser();
    String id = ann.newGroup("Old");
    Answer renamed =
        ann.send(
            "PATCH",
            "/kpis/groups/" + id,
            "application/merge-patch+json",
            "{\"name\":\"New\"}".getBytes(StandardCharsets.UTF_8));
    assertThat(renamed.has(200).<String>path("name")).isEqualTo("New");
  }

  @Test
  default void aDeletedGroupIsGoneInEveryOperation() {
    User ann = newUser();
    String id = ann.newGroup("Doomed");
    String kpi = ann.newKpi();
    Expect.done(ann.put("/kpis/" + kpi + "/groups/" + id));
    Expect.done(ann.put("/kpis/groups/" + id + "/favorite"));
    Expect.done(ann.delete("/kpis/groups/" + id));
    for (Answer response :
        List.of(
            ann.delete("/kpis/groups/" + id),
            ann.get("/kpis/groups/" + id),
            ann.patch("/kpis/groups/" + id, "{\"name\":\"x\"}"),
            ann.put("/kpis/groups/" + id + "/favorite"),
            ann.delete("/kpis/groups/" + id + "/favorite"),
            ann.put("/kpis/" + kpi + "/groups/" + id),
            ann.delete("/kpis/" + kpi + "/groups/" + id))) {
      Expect.problem(response, 404, "group-not-found");
    }
    assertThat(ann.get("/kpis/groups").<Integer>path("totalCount")).isZero();
    ann.get("/kpis/" + kpi).has(200);
  }
}
