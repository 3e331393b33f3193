package io.kpigroups.bootstrap.service.pairwise;

import io.kpigroups.bootstrap.service.client.Expect;
import io.kpigroups.bootstrap.service.client.User;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.UserId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An account with groups, members, favorites and KPIs of all kinds, and the reference to it. */
final class Account {
  private static final List<String> NAMES =
      List.of("a", "B", "b", "É", "ax", "a x", "A%X", "e", "ab", "a");

  private final User ann;
  private final User bob;
  private final Reference reference;
  private final Map<String, Map<String, Object>> groups = new HashMap<>();
  private final Map<String, Map<String, String>> members = new TreeMap<>();
  private final String full;

  Account(User ann) {
    this.ann = ann;
    bob = ann.colleague("bob", "kpis:manage");
    reference = new Reference(ann.account());
    for (int i = 0; i < 8; i++) {
      String[] owners = i % 3 == 0 ? new String[0] : i % 3 == 1 ? of("ann") : of("bob", "ann");
      ann.newKpi("k" + i, NAMES.get(i), owners);
      reference.kpi("k" + i, NAMES.get(i), owners);
    }
    full = group("full", 0, "k0", "k1", "k2", "k3", "k4", "k5", "k6");
    for (int i = 1; i < 20; i++) {
      group(
          NAMES.get(i % NAMES.size()),
          i,
          i % 4 == 0 ? of() : i % 4 == 1 ? of("k0") : of("k1", "k2"));
    }
    for (Map<String, Object> row : ann.get("/kpis/groups?deleted=true").has(200).objects("items")) {
      groups.put((String) row.get("id"), row);
    }
    groups.forEach((id, row) -> reference.group(row, members.get(id)));
    Expect.done(ann.delete("/kpis/k6"));
    reference.noKpi("k6");
  }

  private static String[] of(String... kpis) {
    return kpis;
  }

  private String group(String name, int number, String... kpis) {
    User creator = number % 2 == 0 ? ann : bob;
    String id = creator.newGroup(number % 5 == 0 ? "before" : name, kpis);
    String path = "/kpis/groups/" + id;
    if (number % 5 == 0) {
      bob.patch(path, "{\"name\":\"" + name + "\"}").has(200);
    }
    if (number % 3 == 0) {
      Expect.done(ann.put(path + "/favorite"));
    }
    Map<String, String> dates = new TreeMap<>();
    for (Map<String, Object> member : ann.get(path + "/kpis").has(200).objects("items")) {
      dates.put((String) member.get("kpiId"), (String) member.get("dateAdded"));
    }
    members.put(id, dates);
    groups.put(id, ann.get(path).has(200).path(""));
    if (number % 7 > 3) {
      Expect.done(bob.delete(path));
    }
    return id;
  }

  User user() {
    return ann;
  }

  /** A group with many members, one of which is not in the register any more. */
  String fullGroup() {
    return full;
  }

  /** The date of a group in the middle of the list. */
  String date() {
    return groups.values().stream()
        .map(row -> (String) row.get("dateCreated"))
        .sorted()
        .skip(groups.size() / 2)
        .findFirst()
        .orElseThrow();
  }

  /** The groups that are asked for, as the service should tell them. */
  Page<Map<String, Object>> groups(Question question) {
    return reference
        .groups(question)
        .map(
            viewed -> {
              Map<String, Object> row = new HashMap<>(groups.get(viewed.group().id().value()));
              if (!question.fields.isEmpty()) {
                row.put("kpiCount", Math.toIntExact(viewed.kpiCount().orElseThrow()));
                row.keySet().removeIf(field -> !isTold(field, question.fields));
              }
              return row;
            });
  }

  private static boolean isTold(String field, List<String> fields) {
    return field.equals("id") || fields.contains(field);
  }

  Page<Map<String, Object>> kpis(Question question) {
    return reference.kpis(question).map(Account::row);
  }

  private static Map<String, Object> row(Kpi kpi) {
    return Map.of(
        "id", kpi.id().value(),
        "name", kpi.name().value(),
        "ownerIds", kpi.owners().stream().map(UserId::value).toList());
  }

  /** The members of the full group. */
  Page<Map<String, Object>> members(Question question) {
    return reference
        .members(full, question)
        .map(
            member -> {
              Map<String, Object> row = new HashMap<>();
              row.put("kpiId", member.kpi().value());
              row.put("name", member.name().map(Name::value).orElse(null));
              row.put("addedById", "ann");
              row.put("dateAdded", members.get(full).get(member.kpi().value()));
              return row;
            });
  }
}
