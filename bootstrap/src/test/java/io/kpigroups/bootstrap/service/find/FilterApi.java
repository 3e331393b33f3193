package io.kpigroups.bootstrap.service.find;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.api.ServiceSuite;
import io.kpigroups.bootstrap.service.client.Client;
import io.kpigroups.bootstrap.service.client.Expect;
import io.kpigroups.bootstrap.service.client.User;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Groups are found by an expression. */
public interface FilterApi extends ServiceSuite {

  @Test
  default void everyOperatorComparesNamesAsTheyAreWritten() {
    User ann = newUser();
    for (String name : List.of("a", "B", "b", "c", "é")) {
      ann.newGroup(name);
    }
    Map<String, List<String>> found =
        Map.ofEntries(
            Map.entry("{}", List.of("a", "B", "b", "c", "é")),
            Map.entry("{name:\"b\"}", List.of("b")),
            Map.entry("{name:\"e\\u0301\"}", List.of("é")),
            Map.entry("{name:{$eq:\"B\"}}", List.of("B")),
            Map.entry("{name:{$ne:\"b\"}}", List.of("a", "B", "c", "é")),
            Map.entry("{name:{$in:[\"a\",\"A\",\"c\"]}}", List.of("a", "c")),
            Map.entry("{name:{$in:[]}}", List.of()),
            Map.entry("{name:{$nin:[\"a\",\"c\"]}}", List.of("B", "b", "é")),
            Map.entry("{name:{$nin:[]}}", List.of("a", "B", "b", "c", "é")),
            Map.entry("{name:{$gt:\"a\"}}", List.of("b", "c", "é")),
            Map.entry("{name:{$gte:\"a\",$lt:\"c\"}}", List.of("a", "b")),
            Map.entry("{name:{$lte:\"B\"}}", List.of("B")),
            Map.entry("{$or:[{name:\"a\"},{name:{$gt:\"b\"}}]}", List.of("a", "c", "é")),
            Map.entry("{$and:[{name:{$gt:\"a\"}},{name:{$lt:\"c\"}}]}", List.of("b")),
            Map.entry("{$or:[{$and:[{name:\"a\"},{name:\"b\"}]},{name:\"c\"}]}", List.of("c")));
    found.forEach(
        (filter, names) ->
            assertThat(Finding.names(ann, filter))
                .as(filter)
                .containsExactlyInAnyOrderElementsOf(names));
  }

  @Test
  default void strictAndRelaxedJsonMeanTheSame() {
    User ann = newUser();
    ann.newGroup("a");
    ann.newGroup("b");
    for (String filter :
        List.of(
            "{\"name\":\"a\"}",
            "{name:\"a\"}",
            " {\n\t\"name\" : {\"$eq\":\"\\u0061\"} } ",
            "{$or:[{\"name\":\"a\"}]}",
            "{\"$and\":[{name:{\"$in\":[\"a\"]}}]}")) {
      assertThat(Finding.names(ann, filter)).as(filter).containsExactly("a");
    }
  }

  @Test
  default void aFilterIsUnderstoodAsBrowsersAndCurlSendIt() {
    User ann = newUser();
    String id = ann.newGroup("a");
    String head =
        " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer %s\r\n"
                .formatted(ann.token())
            + "gtmhub-accountId: %s\r\n\r\n".formatted(ann.account());
    for (String sent : List.of("{\"name\":\"a\"}", "{name:{$in:[%22a%22,\"|\"]}}")) {
      assertThat(service().sendRaw("GET /api/v1/kpis/groups?filter=" + sent + head))
          .as(sent)
          .startsWith("HTTP/1.1 200")
          .contains(id);
    }
  }

  @Test
  default void groupsAreFoundByWhoMadeAndChangedThem() {
    User ann = newUser();
    User bob = ann.colleague("auth0|b.o'b", "kpis:manage");
    String anns = ann.newGroup("anns");
    String bobs = bob.newGroup("bobs");
    Expect.done(ann.put("/kpis/groups/" + bobs + "/favorite"));
    bob.patch("/kpis/groups/" + anns, "{\"name\":\"anns, later\"}").has(200);
    Map<String, List<String>> found =
        Map.of(
            "{createdById:\"ann\"}",
            List.of("anns, later"),
            "{createdById:\"auth0|b.o'b\"}",
            List.of("bobs"),
            "{modifiedById:\"auth0|b.o'b\"}",
            List.of("anns, later", "bobs"),
            "{createdById:{$ne:\"ann\"},modifiedById:{$gt:\"ann\"}}",
            List.of("bobs"),
            "{createdById:\"Ann\"}",
            List.of(),
            "{id:\"" + bobs + "\"}",
            List.of("bobs"),
            "{_id:{$in:[\"" + anns + "\",\"" + Client.randomId() + "\"]}}",
            List.of("anns, later"),
            "{id:{$nin:[\"" + anns + "\"]}}",
            List.of("bobs"),
            "{id:{$lte:\"" + anns + "\"},_id:{$gte:\"" + anns + "\"}}",
            List.of("anns, later"));
    found.forEach(
        (filter, names) -> assertThat(Finding.names(ann, filter)).as(filter).isEqualTo(names));
  }

  @Test
  default void datesAreComparedInMillisecondsWhateverTheirOffset() {
    User ann = newUser();
    String date = ann.get("/kpis/groups/" + ann.newGroup("a")).path("dateCreated");
    Instant at = Instant.parse(date);
    String finer = date.replace("Z", "9Z");
    String elsewhere =
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atOffset(ZoneOffset.ofHours(5)));
    Map<String, Boolean> found =
        Map.ofEntries(
            Map.entry("\"" + date + "\"", true),
            Map.entry("\"" + date.toLowerCase(Locale.ROOT) + "\"", true),
            Map.entry("\"" + elsewhere + "\"", true),
            Map.entry("{$ne:\"" + elsewhere + "\"}", false),
            Map.entry("\"" + finer + "\"", false),
            Map.entry("{$ne:\"" + finer + "\"}", true),
            Map.entry("{$gt:\"" + date + "\"}", false),
            Map.entry("{$gte:\"" + date + "\"}", true),
            Map.entry("{$gte:\"" + finer + "\"}", false),
            Map.entry("{$lt:\"" + finer + "\"}", true),
            Map.entry("{$lte:\"" + at.minusMillis(1) + "\"}", false),
            Map.entry("{$gt:\"" + at.minusMillis(1) + "\",$lt:\"9999-12-31T23:59:59Z\"}", true),
            Map.entry("{$lt:\"0000-01-01T00:00:00Z\"}", false));
    found.forEach(
        (condition, is) -> {
          for (String field : List.of("dateCreated", "dateUpdated")) {
            String filter = "{" + field + ":" + condition + "}";
            assertThat(Finding.names(ann, filter)).as(filter).hasSize(is ? 1 : 0);
          }
        });
  }

  @Test
  default void groupsAreFoundByTheirKpisAndFavorites() {
    User ann = newUser();
    String one = ann.newKpi();
    String two = ann.newKpi();
    ann.newGroup("1", one);
    ann.newGroup("2", two);
    ann.newGroup("12", one, two);
    String star = ann.newGroup("star");
    Expect.done(ann.put("/kpis/groups/" + star + "/favorite"));
    String both = "{kpiId:{$in:[\"" + one + "\",\"" + two + "\"]}}";
    Map<String, List<String>> found =
        Map.of(
            "{kpiId:\"" + one + "\"}",
            List.of("1", "12"),
            both,
            List.of("1", "12", "2"),
            "{$and:[{kpiId:\"" + one + "\"},{kpiId:{$eq:\"" + two + "\"}}]}",
            List.of("12"),
            "{kpiId:\"none\"}",
            List.of(),
            "{kpiId:{$in:[]}}",
            List.of(),
            "{favorite:true}",
            List.of("star"),
            "{favorite:{$ne:true},name:{$ne:\"1\"}}",
            List.of("12", "2"),
            "{favorite:{$in:[true,false]}}",
            List.of("1", "12", "2", "star"),
            "{favorite:{$nin:[true,false]}}",
            List.of(),
            "{$or:[{favorite:true},{kpiId:\"" + two + "\"}]}",
            List.of("12", "2", "star"));
    found.forEach(
        (filter, names) -> assertThat(Finding.names(ann, filter)).as(filter).isEqualTo(names));
    assertThat(Finding.names(ann.colleague("bob", "kpis:read"), "{favorite:true}")).isEmpty();
  }

  @Test
  default void anotherAccountsGroupsAreFoundByNoFilter() {
    User ann = newUser();
    String kpi = ann.newKpi();
    String id = ann.newGroup("a", kpi);
    User stranger = newUser();
    stranger.newGroup("b");
    for (String filter :
        List.of(
            "{id:\"" + id + "\"}",
            "{kpiId:\"" + kpi + "\"}",
            "{$or:[{name:\"a\"},{id:\"" + id + "\"},{createdById:\"nobody\"}]}",
            "{name:{$regex:\"a\"}}")) {
      assertThat(Finding.names(stranger, filter)).as(filter).isEmpty();
    }
  }
}
