package io.kpigroups.benchmarks.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MachineTest {

  @Test
  void describesTheMachine() {
    assertThat(Machine.describe(Path.of("/")))
        .containsPattern("\\d+ processors \\(.+\\), \\d+ GiB of memory, Linux \\d.*, .+");
  }

  @Test
  void knowsWhatOthersHaveTaken() {
    // The first process of the machine, or of the container, is never started by a test.
    assertThat(Machine.foreignNanos()).isNotNegative();
  }
}
