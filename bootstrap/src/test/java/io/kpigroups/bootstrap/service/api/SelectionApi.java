package io.kpigroups.bootstrap.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Client;
import io.kpigroups.bootstrap.service.client.Expect;
import io.kpigroups.bootstrap.service.client.User;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which groups a list has, and what it tells of each. */
public interface SelectionApi extends ServiceSuite {
  String ALL_FIELDS = "accountId,createdById,dateCreated,dateUpdated,favorite,id,modifiedById,name";

  @Test
  default void theGroupsThatAKpiIsInAreListed() {
    User ann = newUser();
    String kpi = ann.newKpi();
    String in = ann.newGroup("In", kpi, ann.newKpi());
    String too = ann.newGroup("In too", kpi);
    ann.newGroup("Not in", ann.newKpi());
    String list = "/kpis/groups?sort=name&kpiId=";
    Answer both = ann.get(list + kpi).has(200);
    assertThat(both.<List<String>>path("items.id")).containsExactly(in, too);
    assertThat(both.<Integer>path("totalCount")).isEqualTo(2);
    Expect.done(ann.delete("/kpis/" + kpi + "/groups/" + in));
    Expect.done(ann.delete("/kpis/" + kpi));
    assertThat(ann.get(list + kpi).<List<String>>path("items.id")).containsExactly(too);
    assertThat(ann.get(list + Client.randomId()).has(200).<Integer>path("totalCount")).isZero();
    assertThat(newUser().get(list + kpi).has(200).<Integer>path("totalCount")).isZero();
  }

  @Test
  default void whatWasDeletedIsListedWithItsEndUntilItIsPurged() {
    User ann = newUser();
    User bob = ann.colleague("bob", "kpis:manage");
    String kpi = ann.newKpi();
    String gone = ann.newGroup("Gone", kpi);
    String live = ann.newGroup("Live", kpi);
    Expect.done(ann.put("/kpis/groups/" + gone + "/favorite"));
    Map<String, Object> before = ann.get("/kpis/groups/" + gone).path("");
    Expect.done(bob.delete("/kpis/groups/" + gone));
    Answer deleted = ann.get("/kpis/groups?deleted=true").has(200);
    assertThat(deleted.<Integer>path("totalCount")).isEqualTo(1);
    Map<String, Object> row = deleted.objects("items").get(0);
    assertThat(row)
        .containsAllEntriesOf(before)
        .containsEntry("deletedById", "bob")
        .hasSize(before.size() + 3);
    assertThat((String) row.get("dateDeleted")).matches(GroupsApi.DATE);
    assertThat((String) row.get("purgeAfter")).matches(GroupsApi.DATE);
    assertThat(Instant.parse((String) row.get("purgeAfter")))
        .isEqualTo(Instant.parse((String) row.get("dateDeleted")).plus(Duration.ofDays(30)));
    for (String query : List.of("", "?deleted=false", "?kpiId=" + kpi)) {
      assertThat(ann.get("/kpis/groups" + query).<List<String>>path("items.id"))
          .containsExactly(live);
    }
    assertThat(ann.get("/kpis/groups?deleted=true&kpiId=" + kpi).<List<String>>path("items.id"))
        .containsExactly(gone);
    assertThat(newUser().get("/kpis/groups?deleted=true").<Integer>path("totalCount")).isZero();
  }

  @Test
  default void whatWasDeletedIsSortedByTheTimeOfThat() {
    User ann = newUser();
    List<String> ids = new ArrayList<>();
    for (String name : List.of("b", "c", "a")) {
      ids.add(0, ann.newGroup(name));
      Expect.done(ann.delete("/kpis/groups/" + ids.get(0)));
    }
    // Two of them may have been deleted in the same millisecond; then the id decides.
    List<String> dates =
        ann.get("/kpis/groups?deleted=true&sort=-dateDeleted").path("items.dateDeleted");
    assertThat(dates).hasSize(3).isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(ann.walk("/kpis/groups?deleted=true&sort=dateDeleted&limit=1"))
        .extracting(row -> row.get("id"))
        .containsExactlyInAnyOrderElementsOf(ids);
    assertThat(ann.get("/kpis/groups?deleted=true&sort=name").<List<String>>path("items.name"))
        .containsExactly("a", "b", "c");
    Expect.invalid(ann.get("/kpis/groups?sort=dateDeleted"), "query:sort");
    Expect.invalid(ann.get("/kpis/groups?deleted=false&sort=dateDeleted"), "query:sort");
  }

  @Test
  default void theFieldsThatAreAskedForAreToldAndTheId() {
    User ann = newUser();
    String id = ann.newGroup("a");
    for (String field : ALL_FIELDS.split(",")) {
      Map<String, Object> row = row(ann, "fields=" + field);
      assertThat(row).containsEntry("id", id).hasSize(field.equals("id") ? 1 : 2);
      assertThat(row).containsKey(field);
    }
    assertThat(row(ann, "fields=" + ALL_FIELDS))
        .isEqualTo(ann.get("/kpis/groups/" + id).<Map<String, Object>>path(""));
    Expect.done(ann.delete("/kpis/groups/" + id));
    assertThat(row(ann, "deleted=true&fields=purgeAfter,dateDeleted,deletedById"))
        .containsOnlyKeys("id", "dateDeleted", "deletedById", "purgeAfter");
    assertThat(row(ann, "deleted=true&fields=name")).containsOnlyKeys("id", "name");
  }

  @Test
  default void theNumberOfKpisIsToldToThoseWhoAsk() {
    User ann = newUser();
    String kpi = ann.newKpi();
    String id = ann.newGroup("a", kpi, ann.newKpi());
    String count = "fields=kpiCount,name";
    assertThat(row(ann, count)).isEqualTo(Map.of("id", id, "kpiCount", 2, "name", "a"));
    Expect.done(ann.delete("/kpis/" + kpi));
    assertThat(row(ann, count)).containsEntry("kpiCount", 2);
    Expect.done(ann.delete("/kpis/" + kpi + "/groups/" + id));
    assertThat(row(ann, count)).containsEntry("kpiCount", 1);
    assertThat(row(ann, "skip=0")).doesNotContainKey("kpiCount");
    Expect.done(ann.delete("/kpis/groups/" + id));
    assertThat(row(ann, "deleted=true&" + count)).containsEntry("kpiCount", 1);
  }

  @Test
  default void whoDoesNotAskForTheCountDoesNotGetIt() {
    User ann = newUser();
    ann.newGroup("a");
    ann.newGroup("b");
    ann.newKpi();
    for (String list : List.of("/kpis/groups?count=none", "/kpis?count=none")) {
      assertThat(ann.get(list).has(200).<Map<String, Object>>path(""))
          .containsOnlyKeys("count", "items");
    }
    Answer page = ann.get("/kpis/groups?count=none&limit=1");
    assertThat(page.<Integer>path("count")).isEqualTo(1);
    assertThat(page.next()).isPresent();
    assertThat(ann.walk("/kpis/groups?count=none&limit=1")).hasSize(2);
  }

  @Test
  default void theLinksRepeatWhatWasAskedFor() {
    User ann = newUser();
    String kpi = ann.newKpi();
    for (String name : List.of("a", "b", "c")) {
      Expect.done(ann.delete("/kpis/groups/" + ann.newGroup(name, kpi)));
      ann.newGroup(name, kpi);
      ann.newGroup(name);
    }
    List<Map<String, Object>> rows =
        ann.walk("/kpis/groups?deleted=true&kpiId=" + kpi + "&fields=name,kpiCount&limit=1");
    assertThat(rows)
        .hasSize(3)
        .allSatisfy(row -> assertThat(row).containsOnlyKeys("id", "kpiCount", "name"));
  }

  @Test
  default void everyWrongSelectionIsNamed() {
    User ann = newUser();
    Expect.invalid(
        ann.get("/kpis/groups?kpiId=no!&deleted=yes&fields=size&count=all&sort=size"),
        "query:kpiId",
        "query:deleted",
        "query:fields",
        "query:count",
        "query:sort");
    for (String wrong : List.of("", "Name", "name,name", "name,", "dateDeleted", "purgeAfter")) {
      Expect.invalid(ann.get("/kpis/groups?fields=" + wrong), "query:fields");
    }
    for (String twice : List.of("kpiId=a", "deleted=true", "fields=id", "count=none")) {
      String name = twice.substring(0, twice.indexOf('='));
      Expect.invalid(ann.get("/kpis/groups?" + twice + "&" + twice), "query:" + name);
    }
    Expect.invalid(ann.get("/kpis/groups?kpiId=groups"), "query:kpiId");
    Expect.invalid(ann.get("/kpis?kpiId=a&deleted=true"), "query:kpiId", "query:deleted");
  }

  private static Map<String, Object> row(User user, String query) {
    List<Map<String, Object>> rows = user.get("/kpis/groups?" + query).has(200).objects("items");
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }
}
