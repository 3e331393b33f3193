package io.kpigroups.bootstrap.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What each promise of the contract is to each of our stores, as a page of Markdown. */
final class ConformanceDocument {
  private static final String VARYING = "<!-- From here on it differs from run to run. -->\n";
  private static final String LASTING = "<!-- From here on it is the same in every run. -->\n";
  private static final String LEFT_OUT = "The contract is optional, and the store is not tried.";

  private final List<JsonNode> stores;
  private final List<String> mistakes;
  private final List<String> reasons = new ArrayList<>();

  /**
   * @param stores their reports, as the test kit writes them
   * @param mistakes rows of a table: a mistake, and the promise that finds it
   */
  ConformanceDocument(List<JsonNode> stores, List<String> mistakes) {
    this.stores = stores;
    this.mistakes = mistakes;
  }

  /** The part of a page that does not differ from run to run. */
  private static String lasting(String page) {
    int from = page.indexOf(VARYING);
    int to = page.indexOf(LASTING);
    return from < 0 || to < from ? page : page.substring(0, from) + page.substring(to);
  }

  /** The lines in which a page differs from what was found, other than in what varies. */
  static List<String> differences(String page, String found) {
    List<String> written = lasting(page).lines().toList();
    List<String> wanted = lasting(found).lines().toList();
    List<String> differences = new ArrayList<>();
    written.stream().filter(line -> !wanted.contains(line)).forEach(l -> differences.add("- " + l));
    wanted.stream().filter(line -> !written.contains(line)).forEach(l -> differences.add("+ " + l));
    return differences.isEmpty() && !written.equals(wanted)
        ? List.of("the order of the lines")
        : differences;
  }

  String page() {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # Conformance of our stores

        What each store does of what
        [`KpiGroupStorageContract`](../adapter-testkit/src/main/java/io/kpigroups/testkit/KpiGroupStorageContract.java)
        promises: ✓ held, ✗ not held, – not offered, with the number of the reason. Every whole build
        tries all of it and compares it with this page; `./mvnw verify -Dconformance.write` writes it anew.

        """);
    page.append(table("Store", "Promises", "Held", "Not held", "Not offered", "Tried with"));
    stores.forEach(
        s ->
            page.append(row(s, "store", "promises", "held", "notHeld", "notOffered", "triedWith")));
    page.append('\n').append(VARYING).append('\n');
    page.append(table("Store", "Time of all tries", "Java", "Test kit", "When"));
    stores.forEach(store -> page.append(run(store)));
    page.append('\n').append(LASTING);
    areas().forEach((area, promises) -> page.append(area(area, promises)));
    page.append("\n## Why something is not offered\n\n");
    for (int i = 0; i < reasons.size(); i++) {
      page.append(i + 1).append(". ").append(reasons.get(i)).append('\n');
    }
    page.append("\n## Mistakes that are found\n\n");
    page.append(
        "Each of these stores has one mistake, and the promise beside it is not held by it.\n\n");
    page.append(table("A store of which this is true:", "does not keep that"));
    mistakes.forEach(mistake -> page.append(mistake).append('\n'));
    return page.toString();
  }

  /** The promises of all stores by area, each with what every store that has it says of it. */
  private SortedMap<String, Map<String, Map<JsonNode, JsonNode>>> areas() {
    SortedMap<String, Map<String, Map<JsonNode, JsonNode>>> areas = new TreeMap<>();
    for (JsonNode store : stores) {
      for (JsonNode area : store.get("areas")) {
        for (JsonNode promise : area.get("promises")) {
          areas
              .computeIfAbsent(area.get("area").asText(), name -> new TreeMap<>())
              .computeIfAbsent(key(promise), name -> new IdentityHashMap<>())
              .put(store, promise);
        }
      }
    }
    return areas;
  }

  private static String key(JsonNode promise) {
    return promise.get("contract").asText() + "." + promise.get("test").asText();
  }

  private String area(String area, Map<String, Map<JsonNode, JsonNode>> promises) {
    List<String> heads = new ArrayList<>(List.of("Promise"));
    stores.forEach(store -> heads.add(store.get("store").asText()));
    return "\n## "
        + area
        + "\n\n"
        + table(heads.toArray(String[]::new))
        + promises.values().stream().map(this::promise).collect(Collectors.joining());
  }

  private String promise(Map<JsonNode, JsonNode> byStore) {
    List<String> cells = new ArrayList<>();
    cells.add(byStore.values().iterator().next().get("promise").asText());
    for (JsonNode store : stores) {
      JsonNode found = byStore.get(store);
      cells.add(
          found == null
              ? notOffered(LEFT_OUT)
              : switch (found.get("outcome").asText()) {
                case "held" -> "✓";
                case "not offered" -> notOffered(found.get("reason").asText());
                default -> "✗";
              });
    }
    return line(cells);
  }

  private String notOffered(String reason) {
    if (!reasons.contains(reason)) {
      reasons.add(reason);
    }
    return "– " + (reasons.indexOf(reason) + 1);
  }

  private static String run(JsonNode store) {
    String seconds = String.format(Locale.ROOT, "%.1f s", store.get("millis").asLong() / 1000.0);
    return line(
        List.of(
            store.get("store").asText(),
            seconds,
            store.get("java").asText(),
            store.get("kit").asText(),
            store.get("when").asText()));
  }

  private static String row(JsonNode store, String... members) {
    return line(List.of(members).stream().map(member -> store.get(member).asText()).toList());
  }

  private static String table(String... heads) {
    return line(List.of(heads)) + "|" + "---|".repeat(heads.length) + "\n";
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }
}
