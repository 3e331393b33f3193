package io.kpigroups.bootstrap.service.find;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.api.ServiceSuite;
import io.kpigroups.bootstrap.service.client.Expect;
import io.kpigroups.bootstrap.service.client.User;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Who follows the links through a list sees each row exactly once whose place stays, while others
 * write. {@code -Dwalk.groups=10000} walks through more than a quick run does.
 */
public interface WalkApi extends ServiceSuite {
  int GROUPS = Integer.getInteger("walk.groups", 200);

  /** How many rows come that do not go at once: more than there are threads. */
  int FEW = 9;

  int PAGE = Math.max(1, GROUPS / 10);

  @Test
  default void groupsAreNeitherMissedNorRepeatedWhileOthersWrite() {
    User ann = newUser();
    List<String> stay = newGroups(ann, GROUPS / 2);
    List<String> renamed = newGroups(ann, GROUPS / 4);
    Queue<String> doomed = new ConcurrentLinkedQueue<>(newGroups(ann, GROUPS / 4));
    Set<String> made = ConcurrentHashMap.newKeySet();
    try (Writers writers =
        new Writers(
            i -> {
              Expect.done(ann.delete("/kpis/groups/" + doomed.remove()));
              String id = ann.newGroup(name(i));
              made.add(id);
              doomed.add(id);
              String other = renamed.get(i % renamed.size());
              ann.patch("/kpis/groups/" + other, "{\"name\":\"" + name(-i) + "\"}").has(200);
            })) {
      for (String sort :
          List.of(
              "id",
              "-id",
              "name",
              "-name",
              "dateCreated",
              "-dateCreated",
              "dateUpdated",
              "-dateUpdated")) {
        String list = "/kpis/groups?fields=id&count=none&limit=" + PAGE + "&sort=" + sort;
        List<String> seen = writers.walk(ann, list, "id");
        assertThat(only(stay, seen)).as(sort).containsExactlyInAnyOrderElementsOf(stay);
        if (sort.endsWith("id") || sort.endsWith("dateCreated")) {
          assertThat(seen).as(sort).doesNotHaveDuplicates().containsAll(renamed);
        }
      }
    }
    assertThat(made).isNotEmpty();
  }

  @Test
  default void whatIsFoundIsNeitherMissedNorRepeatedWhileOthersWrite() {
    User ann = newUser();
    String kpi = ann.newKpi();
    List<String> stay = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      stay.add(ann.newGroup("found " + name(i), kpi));
      Expect.done(ann.put("/kpis/groups/" + stay.get(i) + "/favorite"));
    }
    Queue<String> others = new ConcurrentLinkedQueue<>();
    try (Writers writers =
        new Writers(
            i -> {
              String id = ann.newGroup("found " + name(-i), kpi);
              Expect.done(ann.put("/kpis/groups/" + id + "/favorite"));
              others.add(id);
              if (others.size() > FEW) {
                Expect.done(ann.delete("/kpis/groups/" + others.remove()));
              }
            })) {
      for (String list :
          List.of(
              "/kpis/groups?kpiId=" + kpi,
              "/kpis/" + kpi + "/groups?count=none",
              "/kpis/groups?favorite=true",
              "/kpis/groups?q=FOUND&count=none",
              "/kpis/groups?filter=%7Bname:%7B$regex:%22%5Efound%22%7D%7D")) {
        for (String sort : List.of("id", "-name", "dateCreated")) {
          String sorted = list + "&limit=9&sort=" + sort;
          assertThat(only(stay, writers.walk(ann, sorted, "id")))
              .as(sorted)
              .containsExactlyInAnyOrderElementsOf(stay);
        }
      }
    }
  }

  @Test
  default void kpisAndMembersAreNeitherMissedNorRepeatedWhileOthersWrite() {
    User ann = newUser();
    List<String> stay = IntStream.range(0, 30).mapToObj(i -> "stay" + i * 37 % 30).toList();
    stay.forEach(kpi -> ann.newKpi(kpi, "KPI " + kpi));
    String group = ann.newGroup("a", stay.toArray(String[]::new));
    Queue<String> others = new ConcurrentLinkedQueue<>();
    try (Writers writers =
        new Writers(
            i -> {
              String kpi = "s" + name(i);
              ann.newKpi(kpi, "KPI " + name(-i));
              Expect.done(ann.put("/kpis/" + kpi + "/groups/" + group));
              others.add(kpi);
              if (others.size() > FEW) {
                String old = others.remove();
                Expect.done(ann.delete("/kpis/" + old + "/groups/" + group));
                Expect.done(ann.delete("/kpis/" + old));
              }
            })) {
      for (String list :
          List.of(
              "/kpis?sort=id",
              "/kpis?sort=-name&count=none",
              "/kpis?q=kpi&sort=name",
              "/kpis?ungrouped=false&sort=-id")) {
        assertThat(only(stay, writers.walk(ann, list + "&limit=9", "id")))
            .as(list)
            .containsExactlyInAnyOrderElementsOf(stay);
      }
      for (String sort : List.of("kpiId", "-kpiId", "name", "-name", "dateAdded", "-dateAdded")) {
        String list = "/kpis/groups/" + group + "/kpis?limit=9&sort=" + sort;
        assertThat(only(stay, writers.walk(ann, list, "kpiId")))
            .as(list)
            .containsExactlyInAnyOrderElementsOf(stay);
      }
    }
  }

  private static List<String> newGroups(User user, int count) {
    return IntStream.range(0, count).mapToObj(i -> user.newGroup(name(i))).toList();
  }

  /** A name, or a part of an id, that stands anywhere among the others; some come twice. */
  private static String name(int i) {
    return "n" + Math.floorMod(i * 7_919, 9_973);
  }

  /** Those of the rows seen that are of these. */
  private static List<String> only(List<String> these, List<String> seen) {
    Set<String> known = new HashSet<>(these);
    return seen.stream().filter(known::contains).toList();
  }
}
