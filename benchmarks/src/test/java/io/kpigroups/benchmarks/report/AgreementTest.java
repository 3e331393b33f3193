package io.kpigroups.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.benchmarks.server.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgreementTest {
  @TempDir private Path folder;

  @Test
  void tellsEachRatioThatIsTooFarApart() throws IOException {
    Path first = file("{\"cpu get jdk25 to go\": 2.0, \"cpu list jdk25 to go\": 1.0}");
    Path second = file("{\"cpu get jdk25 to go\": 1.8, \"cpu list jdk25 to go\": 1.2}");

    assertThat(Agreement.compare(first, second))
        .contains("Of 2 ratios of CPU time, 1 agree within 15 %; the farthest are 20 % apart.")
        .contains("| cpu list jdk25 to go | 1.00 | 1.20 | 20 % |")
        .doesNotContain("| cpu get");
  }

  @Test
  void leavesOutWhatOneRunHasAlone() throws IOException {
    Path first = file("{\"cpu get jdk25 to go\": 2.0, \"throughput get jdk25 to go\": 1.0}");
    Path second = file("{\"throughput get jdk25 to go\": 1.0}");

    assertThat(Agreement.compare(first, second))
        .doesNotContain("CPU time")
        .contains("Of 1 ratios of throughput, 1 agree");
  }

  @Test
  void refusesRunsWithNothingInCommon() throws IOException {
    Path first = file("{\"cpu get jdk25 to go\": 2.0}");
    Path second = file("{\"cpu get aot to go\": 2.0}");

    assertThatThrownBy(() -> Agreement.compare(first, second))
        .isInstanceOf(Refused.class)
        .hasMessage("The two runs have no ratio in common.");
  }

  private Path file(String json) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "ratios", ".json"), json);
  }
}
