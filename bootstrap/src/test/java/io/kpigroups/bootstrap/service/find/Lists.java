package io.kpigroups.bootstrap.service.find;

import io.kpigroups.bootstrap.service.client.Expect;
import io.kpigroups.bootstrap.service.client.User;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An account with something in each of its lists, and equal names in all of them.
 *
 * @param all the lists, each with the names of what it can be sorted by
 */
record Lists(User user, String kpi, String group, Map<String, List<String>> all) {
  private static final List<String> NAMES = List.of("b", "a", "B", "é", "a", "E", "c", "ä");
  private static final List<String> OF_GROUPS = List.of("id", "name", "dateCreated", "dateUpdated");
  private static final List<String> OF_DELETED =
      Stream.concat(OF_GROUPS.stream(), Stream.of("dateDeleted")).toList();

  static Lists of(User user) {
    List<String> kpis = new ArrayList<>();
    for (String name : NAMES) {
      kpis.add("k" + kpis.size());
      user.newKpi(kpis.get(kpis.size() - 1), name, "ann");
    }
    String full = user.newGroup("full", kpis.subList(0, 6).toArray(String[]::new));
    for (String name : NAMES) {
      user.newGroup(name, "k0");
      String gone = user.newGroup(name, "k0");
      user.patch("/kpis/groups/" + gone, "{\"name\":\"gone " + name + "\"}").has(200);
      Expect.done(user.delete("/kpis/groups/" + gone));
    }
    Expect.done(user.delete("/kpis/k2"));
    Map<String, List<String>> all = new LinkedHashMap<>();
    all.put("/kpis/groups?", OF_GROUPS);
    all.put("/kpis/groups?q=a&favorite=false&", OF_GROUPS);
    all.put("/kpis/groups?filter=%7Bname:%7B$gt:%22A%22%7D%7D&", OF_GROUPS);
    all.put("/kpis/groups?kpiId=k0&", OF_GROUPS);
    all.put("/kpis/k0/groups?", OF_GROUPS);
    all.put("/kpis/groups?deleted=true&", OF_DELETED);
    all.put("/kpis?", List.of("id", "name"));
    all.put("/kpis?q=a&owner=ann&", List.of("id", "name"));
    all.put("/kpis?ungrouped=false&", List.of("id", "name"));
    all.put("/kpis/groups/" + full + "/kpis?", List.of("kpiId", "name", "dateAdded"));
    return new Lists(user, "k0", full, all);
  }

  /** The list by every single key in both directions, and by two keys. */
  Stream<String> sorted(String list) {
    List<String> fields = all.get(list);
    String first = fields.get(0);
    return Stream.concat(
            fields.stream().flatMap(field -> Stream.of(field, "-" + field)),
            fields.stream()
                .skip(1)
                .flatMap(field -> Stream.of(field + ",-" + first, "-" + field + "," + first)))
        .map(sort -> list + "sort=" + sort);
  }

  /** Every list in every order. */
  Stream<String> sorted() {
    return Stream.concat(all.keySet().stream(), all.keySet().stream().flatMap(this::sorted));
  }
}
