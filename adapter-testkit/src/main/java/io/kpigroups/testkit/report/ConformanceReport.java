package io.kpigroups.testkit.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * Which promises a store keeps.
 *
 * @param store its name, which the files have too
 * @param triedWith the server or the like that it was tried with; may be empty
 * @param when the end of the run
 * @param promises all of the contract, in order
 * @param findings about those that were tried or are not offered
 */
record ConformanceReport(
    String store,
    String triedWith,
    Instant when,
    List<Promise> promises,
    Map<Promise, Finding> findings) {

  Finding of(Promise promise) {
    return findings.getOrDefault(promise, Finding.NOT_TRIED);
  }

  long count(Outcome outcome) {
    return promises.stream().filter(promise -> of(promise).outcome() == outcome).count();
  }

  List<String> areas() {
    return promises.stream().map(Promise::area).distinct().toList();
  }

  List<Promise> in(String area) {
    return promises.stream().filter(promise -> promise.area().equals(area)).toList();
  }

  Duration time() {
    return findings.values().stream().map(Finding::time).reduce(Duration.ZERO, Duration::plus);
  }

  /** What was found, in a sentence; of a run of a part it says that it was one. */
  String summary() {
    long untried = count(Outcome.NOT_TRIED);
    long held = count(Outcome.HELD);
    String found =
        filled(
            "%d held, %d not held, %d not offered",
            held, count(Outcome.NOT_HELD), count(Outcome.NOT_OFFERED));
    return untried == 0
        ? filled("Of %d promises: %s.", promises.size(), found)
        : filled(
            "A part only: %d of %d promises were tried: %s.",
            promises.size() - untried, promises.size(), found);
  }

  static String kit() {
    try (InputStream file = ConformanceReport.class.getResourceAsStream("kit.properties")) {
      Properties kit = new Properties();
      kit.load(file);
      return kit.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A template with values, whatever language the machine speaks. */
  static String filled(String template, Object... values) {
    return String.format(Locale.ROOT, template, values);
  }

  static String java() {
    return System.getProperty("java.version");
  }

  /** Writes both files into the folder, which need not be there. */
  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(store + ".md"), MarkdownReport.of(this));
    Files.writeString(folder.resolve(store + ".json"), JsonReport.of(this));
  }
}
