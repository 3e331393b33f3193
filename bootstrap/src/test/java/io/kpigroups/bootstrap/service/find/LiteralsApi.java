package io.kpigroups.bootstrap.service.find;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.api.ServiceSuite;
import io.kpigroups.bootstrap.service.client.Json;
import io.kpigroups.bootstrap.service.client.Parameter;
import io.kpigroups.bootstrap.service.client.User;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Text that means something to databases and engines is found as the text that it is. */
public interface LiteralsApi extends ServiceSuite {
  List<String> ODD =
      List.of(
          "' OR '1'='1",
          "\"; DROP TABLE kpi_groups; --",
          "a%b_c",
          "*[a-z]?",
          "{\"$ne\": null}",
          "$where: function() { return true }",
          "$name",
          ".*",
          "^a$",
          "(a+)+$",
          "\\",
          "\\u0000",
          "a\\.b",
          "%27%22",
          "name\" OR 1=1",
          "業績 & \uD83D\uDE00 + é",
          "1");

  @Test
  default void eachIsFoundByItselfAndByNothingElse() {
    User ann = odd();
    for (String name : ODD) {
      assertThat(Finding.names(ann, Json.write(Map.of("name", name)))).containsExactly(name);
      assertThat(Finding.names(ann, Json.write(Map.of("name", Map.of("$in", List.of(name))))))
          .containsExactly(name);
      assertThat(Finding.names(ann, Json.write(Map.of("name", Map.of("$ne", name)))))
          .containsExactlyInAnyOrderElementsOf(others(name));
      assertThat(Finding.names(ann, Json.write(Map.of("name", Map.of("$gte", name, "$lte", name)))))
          .containsExactly(name);
    }
  }

  @Test
  default void eachIsFoundByItsQuotedPattern() {
    User ann = odd();
    for (String name : ODD) {
      String quoted = name.replaceAll("[\\\\^$.*+?|()\\[\\]{}]", "\\\\$0");
      for (String pattern : List.of("^" + quoted + "$", "^.*" + quoted + ".*$")) {
        assertThat(Finding.names(ann, Json.write(Map.of("name", Map.of("$regex", pattern)))))
            .as(pattern)
            .contains(name)
            .allMatch(found -> found.contains(name));
      }
    }
  }

  @Test
  default void eachIsSearchedForAsItStands() {
    User ann = odd();
    for (String name : ODD) {
      assertThat(Finding.namesBy(ann, Parameter.with("q", name)))
          .as(name)
          .contains(name)
          .allMatch(found -> found.contains(name));
    }
    for (String part : List.of("%25x", "_x", "a.b", "x'--")) {
      assertThat(Finding.namesBy(ann, Parameter.with("q", part))).as(part).isEmpty();
    }
  }

  @Test
  default void aPatternFindsTextWithAnythingBetween() {
    User ann = newUser();
    for (String name : List.of("Sales", "Sales, Europe", "sales", "Net Sales (EU)", "A.B*C")) {
      ann.newGroup(name);
    }
    Map<String, List<String>> found =
        Map.ofEntries(
            Map.entry("Sales", List.of("Net Sales (EU)", "Sales", "Sales, Europe")),
            Map.entry("^Sales", List.of("Sales", "Sales, Europe")),
            Map.entry("Sales$", List.of("Sales")),
            Map.entry("^Sales$", List.of("Sales")),
            Map.entry("S.*e.*E", List.of("Net Sales (EU)", "Sales, Europe")),
            Map.entry("^.*ales$", List.of("Sales", "sales")),
            Map.entry("\\(EU\\)", List.of("Net Sales (EU)")),
            Map.entry("^A\\.B\\*", List.of("A.B*C")),
            Map.entry("SALES", List.of()),
            Map.entry("^$", List.of()),
            Map.entry("^S.*S$", List.of()));
    found.forEach(
        (pattern, names) ->
            assertThat(Finding.names(ann, Json.write(Map.of("name", Map.of("$regex", pattern)))))
                .as(pattern)
                .containsExactlyInAnyOrderElementsOf(names));
    assertThat(Finding.names(ann, "{name:{$regex:\"\"}}")).hasSize(5);
    assertThat(Finding.names(ann, "{name:{$regex:\".*\",$gt:\"a\"}}")).containsExactly("sales");
  }

  @Test
  default void whatNoNameCanHaveIsComparedTooAndFindsNothing() {
    User ann = newUser();
    ann.newGroup("a");
    ann.newGroup("b");
    Map<String, List<String>> found =
        Map.of(
            "{name:{$in:[\"a\",\"a\\u0000b\",\"\\u0000\"]}}", List.of("a"),
            "{name:{$nin:[\"a\\u0000\"]}}", List.of("a", "b"),
            "{name:{$gt:\"a\\u0000\"}}", List.of("b"),
            "{name:{$lt:\"a\\u0000\"}}", List.of("a"),
            "{name:{$gte:\"\\u0000\"}}", List.of("a", "b"),
            "{name:{$lt:\"\\uffff\"}}", List.of("a", "b"),
            "{name:{$regex:\"a\\u0000\"}}", List.of(),
            "{name:\"\"}", List.of(),
            "{name:{$gt:\"\"}}", List.of("a", "b"));
    found.forEach(
        (filter, names) -> assertThat(Finding.names(ann, filter)).as(filter).isEqualTo(names));
  }

  private User odd() {
    User ann = newUser();
    for (String name : ODD) {
      ann.post("/kpis/groups", Json.write(Map.of("name", name))).has(201);
    }
    return ann;
  }

  private static List<String> others(String name) {
    return ODD.stream().filter(other -> !other.equals(name)).toList();
  }
}
