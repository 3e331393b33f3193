package io.kpigroups.bootstrap.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * That {@code docs/conformance.md} says what the stores did in this build. Run behind all other
 * tests, and skipped where not all of the contract was tried with all stores.
 */
class ConformanceDocumentCheck {
  private static final Logger LOG = Logger.getLogger(ConformanceDocumentCheck.class);
  private static final Path PAGE = Path.of("../docs/conformance.md");

  private static final Path MISTAKES = Path.of("../adapter-testkit/target/conformance/mistakes.md");
  private static final List<Path> REPORTS =
      List.of(
          Path.of("../adapter-testkit/target/conformance/in-memory.json"),
          Path.of("../adapter-sqlite/target/conformance/sqlite.json"),
          Path.of("../adapter-mongo/target/conformance/mongo.json"),
          Path.of("target/conformance/upstream.json"));

  /** When the build began: what is older is of another one. */
  private static final Instant SINCE =
      Instant.parse(System.getProperty("conformance.since", Instant.EPOCH.toString()));

  @Test
  void thePageSaysWhatTheStoresDid() throws IOException {
    goOnlyIf(
        System.getenv().getOrDefault("KPIGROUPS_TEST_MONGODB", "").isBlank(),
        "it is about the stand-in of MongoDB, and a real one is named");
    List<JsonNode> stores = new ArrayList<>();
    for (Path file : REPORTS) {
      goOnlyIf(isOfThisBuild(file), "this build has not written " + file);
      JsonNode store = new ObjectMapper().readTree(file.toFile());
      goOnlyIf(store.get("notTried").asInt() == 0, file + " is of a part of the contract");
      stores.add(store);
    }
    goOnlyIf(isOfThisBuild(MISTAKES), "this build has not written " + MISTAKES);
    String page = new ConformanceDocument(stores, Files.readAllLines(MISTAKES)).page();
    if (Boolean.getBoolean("conformance.write")) {
      Files.writeString(PAGE, page);
    }
    String written = Files.exists(PAGE) ? Files.readString(PAGE) : "";
    assertThat(ConformanceDocument.differences(written, page))
        .as("docs/conformance.md; `./mvnw verify -Dconformance.write` writes it anew")
        .isEmpty();
  }

  private static boolean isOfThisBuild(Path file) throws IOException {
    return Files.exists(file) && !Files.getLastModifiedTime(file).toInstant().isBefore(SINCE);
  }

  private static void goOnlyIf(boolean whole, String otherwise) {
    if (!whole) {
      LOG.warn("docs/conformance.md is not looked at: " + otherwise + ".");
    }
    assumeTrue(whole, otherwise);
  }
}
