package io.kpigroups.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsPageTest {
  private Path file;

  @BeforeEach
  void makeFile(@TempDir Path folder) {
    file = folder.resolve("RESULTS.md");
  }

  @Test
  void addsAPartThatIsNew() throws IOException {
    new ResultsPage(file).write("micro", "What is hot", "one");
    new ResultsPage(file).write("scale", "What grows", "two");

    assertThat(file)
        .hasContent(
            """
            # Results

            ## What is hot

            <!-- begin of what `micro` writes -->
            one
            <!-- end of what `micro` writes -->

            ## What grows

            <!-- begin of what `scale` writes -->
            two
            <!-- end of what `scale` writes -->
            """);
  }

  @Test
  void replacesItsOwnPartAndNothingElse() throws IOException {
    new ResultsPage(file).write("micro", "What is hot", "one");
    new ResultsPage(file).write("scale", "What grows", "two");
    Files.writeString(
        file, Files.readString(file).replace("# Results\n", "# Results\n\nWords of a person.\n"));

    new ResultsPage(file).write("micro", "Another heading", "three");

    assertThat(Files.readString(file))
        .contains("Words of a person.", "## What is hot\n", "three", "two")
        .doesNotContain("one", "Another heading");
  }
}
