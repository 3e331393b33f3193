package io.kpigroups.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The page of results: each run replaces its own part of it, and leaves what people wrote around.
 */
public final class ResultsPage {
  private final Path file;

  /** The page in a file, which is made if it is not there. */
  public ResultsPage(Path file) {
    this.file = file;
  }

  /**
   * Replaces a part, or adds it at the end.
   *
   * @param part one word
   * @param title the heading of a part that is new
   */
  public void write(String part, String title, String text) throws IOException {
    String begin = "<!-- begin of what `" + part + "` writes -->";
    String end = "<!-- end of what `" + part + "` writes -->";
    String page = Files.exists(file) ? Files.readString(file) : "# Results\n";
    String written = begin + "\n" + text.strip() + "\n" + end;
    int from = page.indexOf(begin);
    int to = page.indexOf(end);
    Files.writeString(
        file,
        from >= 0 && to > from
            ? page.substring(0, from) + written + page.substring(to + end.length())
            : page.stripTrailing() + "\n\n## " + title + "\n\n" + written + "\n");
  }
}
