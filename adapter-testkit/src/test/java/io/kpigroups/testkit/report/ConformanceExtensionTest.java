package io.kpigroups.testkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The report says of every promise what became of it, and of a part that it was one. */
class ConformanceExtensionTest {
  @TempDir Path folder;

  @Test
  void theTableHasEveryPromiseWithItsReason() throws IOException {
    run(DiscoverySelectors.selectClass(SmallSuite.class));

    assertThat(markdown())
        .startsWith("# Conformance of small-suite\n")
        .contains(
            "**Of 4 promises: 1 held, 1 not held, 2 not offered.**",
            ", with nothing.",
            "## Some parts",
            "| ✓ | it holds | 1 |",
            "| ✗ | it holds two times of three: a \\| b and \"c\" \\\\ ? | 3 |",
            "| – | that is not said: There is no way to say it. | 0 | |",
            "| – | that is not there: The store does not offer it: registry() is empty. | 0 | |")
        .doesNotContain("authors own");
  }

  @Test
  void theFileForProgramsIsAsItIsDescribed() throws IOException {
    run(DiscoverySelectors.selectClass(SmallSuite.class));

    assertThat(
            Files.readString(folder.resolve("small-suite.json"))
                .replaceAll("\"(java|when)\": \"[^\"]+\"", "\"$1\": \"\"")
                .replaceAll("\"millis\": \\d+", "\"millis\": 0"))
        .isEqualTo(
            """
            {
              "store": "small-suite",
              "triedWith": "nothing",
              "kit": "%s",
              "java": "",
              "when": "",
              "promises": 4,
              "held": 1,
              "notHeld": 1,
              "notOffered": 2,
              "notTried": 0,
              "millis": 0,
              "areas": [
                {"area": "Some parts", "promises": [
                  {"contract": "ExcusedContract", "test": "thatIsNotSaid", "promise": \
            "that is not said", "outcome": "not offered", "reason": \
            "There is no way to say it.", "tries": 0, "millis": 0},
                  {"contract": "PartContract", "test": "thatIsNotThere", "promise": \
            "that is not there", "outcome": "not offered", "reason": \
            "The store does not offer it: registry() is empty.", "tries": 0, "millis": 0}
                ]},
                {"area": "The store as a whole", "promises": [
                  {"contract": "OneContract", "test": "itHolds", "promise": \
            "it holds", "outcome": "held", "reason": "", "tries": 1, "millis": 0},
                  {"contract": "OneContract", "test": "itHoldsTwoTimesOfThree", "promise": \
            "it holds two times of three", "outcome": "not held", "reason": \
            "a | b\\u000aand \\"c\\" \\\\ \\ud83d", "tries": 3, "millis": 0}
                ]}
              ]
            }
            """
                .formatted(ConformanceReport.kit()));
  }

  @Test
  void aRunOfAPartSaysSoAndWhatWasLeftOut() throws IOException {
    run(
        DiscoverySelectors.selectNestedMethod(
            List.of(SmallSuite.class), SmallSuite.Parts.class, "thatIsNotSaid"));

    assertThat(markdown())
        .contains(
            "A part only: 1 of 4 promises were tried: 0 held, 0 not held, 1 not offered.",
            "| · | it holds | 0 | |");
  }

  private String markdown() throws IOException {
    return Files.readString(folder.resolve("small-suite.md"));
  }

  private void run(DiscoverySelector tests) {
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(tests)
                .configurationParameter(ConformanceExtension.FOLDER, folder.toString())
                .build());
  }
}
