package io.kpigroups.benchmarks.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlameGraphPageTest {
  @TempDir private Path folder;

  @Test
  void hasTitleAndFrames() throws IOException {
    Path file = folder.resolve("new/page.html");

    double cut =
        FlameGraphPage.write(
            List.of(new StackSample(List.of("main", "a/B.c_[j]"), 3)), "A title", file);

    assertThat(cut).isEqualTo(0.1);
    assertThat(file).content().contains("A title", "main", "a/B.c").doesNotContain("_[j]");
  }

  @Test
  void narrowFramesAreLeftOutUntilItIsSmall() throws IOException {
    List<StackSample> samples =
        IntStream.range(0, 900)
            .mapToObj(n -> new StackSample(List.of("main", ("frame" + n + "x").repeat(99)), 1))
            .toList();
    Path file = folder.resolve("page.html");

    double cut = FlameGraphPage.write(samples, "Wide", file);

    assertThat(cut).isEqualTo(0.2);
    assertThat(Files.size(file)).isLessThan(FlameGraphPage.MOST_BYTES);
  }
}
