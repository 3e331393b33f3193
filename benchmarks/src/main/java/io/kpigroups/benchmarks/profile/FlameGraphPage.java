package io.kpigroups.benchmarks.profile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import one.converter.FlameGraph;

/** Writes flame graphs as pages that need nothing but a browser. */
final class FlameGraphPage {
  /** Pages are kept in the repository, for which they are made small. */
  static final int MOST_BYTES = 250_000;

  private static final double LEAST_PERCENT = 0.1;

  private FlameGraphPage() {}

  /**
   * Writes a page, and makes its folder. Frames narrower than a tenth of a percent are left out,
   * and wider ones as far as the page would have more than {@value #MOST_BYTES} bytes otherwise.
   *
   * @return the width below which frames were left out, in percent
   */
  static double write(List<StackSample> samples, String title, Path file) throws IOException {
    // The library's own bound keeps the names of what it leaves out, so frames are cut before.
    StackTree tree = new StackTree(samples);
    double percent = LEAST_PERCENT;
    byte[] page = page(tree.withoutFramesBelow(percent), title);
    while (page.length > MOST_BYTES && percent < 100) {
      percent *= 2;
      page = page(tree.withoutFramesBelow(percent), title);
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, page);
    return percent;
  }

  private static byte[] page(List<StackSample> samples, String title) {
    FlameGraph graph = new FlameGraph("--title", title);
    for (StackSample sample : samples) {
      graph.addSample(sample.frames().toArray(new String[0]), sample.weight());
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
      graph.dump(out);
    }
    return bytes.toByteArray();
  }
}
