package io.kpigroups.bootstrap.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page that is made of the reports of several stores. */
class ConformanceDocumentTest {
  private static final String HELD = promise("one", "held", "");

  @Test
  void everyStoreHasAColumnAndEveryReasonANumber() throws IOException {
    String page =
        page(
            report("a", 1, HELD, promise("two", "not offered", "No way.")),
            report("b", 1, promise("one", "not held", "Oh."), promise("two", "held", "")),
            report("c", 1, promise("two", "not offered", "No way.")));

    assertThat(page)
        .contains(
            """
            ## Groups

            | Promise | a | b | c |
            |---|---|---|---|
            | one | ✓ | ✗ | – 1 |
            | two | – 2 | ✓ | – 2 |
            """)
        .contains("2. No way.\n")
        .contains("| a | 2 | 1 | 0 | 1 | a server |\n")
        .contains("| a mistake | a promise |\n");
  }

  @Test
  void twoRunsDifferInWhatVariesOnly() throws IOException {
    String page = page(report("a", 1, HELD));

    assertThat(page).contains("| a | 1.0 s | 17 | 0.1.0 | noon |");
    assertThat(ConformanceDocument.differences(page, page(report("a", 2, HELD)))).isEmpty();
    assertThat(
            ConformanceDocument.differences(
                page, page(report("a", 1, promise("one", "not held", "")))))
        .containsExactly("- | one | ✓ |", "+ | one | ✗ |");
  }

  private static String page(JsonNode... stores) {
    return new ConformanceDocument(List.of(stores), List.of("| a mistake | a promise |")).page();
  }

  private static JsonNode report(String store, int seconds, String... promises) throws IOException {
    return new ObjectMapper()
        .readTree(
            """
            {"store": "%s", "triedWith": "a server", "promises": 2, "held": 1, "notHeld": 0,
            "notOffered": 1, "millis": %d000, "java": "17", "kit": "0.1.0", "when": "noon",
            "areas": [{"area": "Groups", "promises": [%s]}]}
            """
                .formatted(store, seconds, String.join(",", promises)));
  }

  private static String promise(String name, String outcome, String reason) {
    return """
    {"contract": "OneContract", "test": "%s", "promise": "%s", "outcome": "%s", "reason": "%s"}"""
        .formatted(name, name, outcome, reason);
  }
}
