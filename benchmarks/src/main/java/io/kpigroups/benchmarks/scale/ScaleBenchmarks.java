package io.kpigroups.benchmarks.scale;

import io.kpigroups.adapter.sqlite.SqliteStorage;
import io.kpigroups.benchmarks.report.Figures;
import io.kpigroups.benchmarks.server.WorkFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Measures the operations of the service at several sizes, in-process on the embedded store: what
 * they cost in CPU time, in rows and in steps of SQLite's virtual machine.
 *
 * <p>HTTP, JSON and tokens are not in it, since they do not know how much is stored.
 */
public final class ScaleBenchmarks {
  /** The sizes that are published. */
  public static final List<Integer> SIZES = List.of(10_000, 100_000, 1_000_000);

  private static final Duration LOCK_WAIT = Duration.ofSeconds(5);

  /** How long each operation runs before the first size, which would else be the slowest. */
  private static final Duration FIRST_WARM_UP = Duration.ofMillis(800);

  private final Amounts amounts;
  private final CpuClock clock;
  private final Duration firstWarmUp;

  ScaleBenchmarks(Amounts amounts, CpuClock clock, Duration firstWarmUp) {
    this.amounts = amounts;
    this.clock = clock;
    this.firstWarmUp = firstWarmUp;
  }

  /**
   * Measures all operations at all sizes in both spreads; some minutes for {@link #SIZES}.
   *
   * @param sizes how many groups, each at least 2,000
   * @param folder where files are made, of about a gigabyte for a million groups; they are deleted
   * @param progress is told in lines what is done
   * @return by spread, in each by size, in each by operation
   */
  public static List<ScaleResult> run(List<Integer> sizes, Path folder, Consumer<String> progress) {
    return new ScaleBenchmarks(Amounts.FULL, CpuClock.FULL, FIRST_WARM_UP)
        .measure(sizes, folder, progress);
  }

  List<ScaleResult> measure(List<Integer> sizes, Path folder, Consumer<String> progress) {
    List<Integer> sorted = sizes.stream().sorted().distinct().toList();
    if (sorted.isEmpty() || sorted.get(0) < amounts.leastSize()) {
      throw new IllegalArgumentException(
          "A size must be at least " + amounts.leastSize() + ", which has room for the favorites.");
    }
    List<ScaleResult> results = new ArrayList<>();
    for (Spread spread : Spread.values()) {
      for (int size : sorted) {
        boolean isFirst = results.isEmpty();
        results.addAll(
            inFolder(
                folder,
                data -> measure(new SeededFile(data, spread, size, amounts), isFirst, progress)));
      }
    }
    return results;
  }

  private interface Work {
    List<ScaleResult> in(Path folder) throws SQLException;
  }

  /** Works in a new folder, which is deleted with all that is in it then. */
  private static List<ScaleResult> inFolder(Path parent, Work work) {
    try {
      Path folder = Files.createTempDirectory(parent, "scale");
      try {
        return work.in(folder);
      } finally {
        WorkFolder.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException("The file could not be filled.", e);
    }
  }

  private List<ScaleResult> measure(SeededFile file, boolean isFirst, Consumer<String> progress)
      throws SQLException {
    String what = file.spread().title() + ", " + Figures.whole(file.size()) + ": ";
    progress.accept(what + "the file is filled");
    file.write();
    List<ScaleResult> results = new ArrayList<>();
    try (SqliteStorage storage = SqliteStorage.open(file.folder(), LOCK_WAIT)) {
      List<ScaleOperation<?>> operations = new Operations(Services.of(storage), file).all();
      if (isFirst) {
        progress.accept(what + "all operations are warmed up");
        operations.forEach(operation -> CpuClock.run(operation, firstWarmUp));
      }
      progress.accept(what + "CPU time is measured");
      double[] micros = operations.stream().mapToDouble(clock::micros).toArray();
      progress.accept(what + "rows and steps are counted");
      WorkCounter counter = new WorkCounter(storage);
      for (int i = 0; i < micros.length; i++) {
        ScaleOperation<?> operation = operations.get(i);
        long rows = counter.rows(operation);
        results.add(
            new ScaleResult(
                operation.name(),
                file.spread(),
                file.size(),
                micros[i],
                rows,
                counter.steps(operation)));
      }
    }
    return results;
  }
}
