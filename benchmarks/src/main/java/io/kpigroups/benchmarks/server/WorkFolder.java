package io.kpigroups.benchmarks.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A folder for what is made on the way, which is deleted in the end, also where the program is
 * ended in the middle: then the servers are ended first.
 */
public final class WorkFolder implements AutoCloseable {
  private static final int TIMES = 20;

  private final Path path;
  private final Thread atEnd = new Thread(this::endServersAndDelete);

  private WorkFolder(Path path) {
    this.path = path;
  }

  /**
   * Makes a folder.
   *
   * @param parent where; it is made if it is not there
   * @param prefix how its name begins
   */
  public static WorkFolder make(Path parent, String prefix) throws IOException {
    WorkFolder folder =
        new WorkFolder(Files.createTempDirectory(Files.createDirectories(parent), prefix));
    Runtime.getRuntime().addShutdownHook(folder.atEnd);
    return folder;
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    if (!Children.areEnding()) {
      Runtime.getRuntime().removeShutdownHook(atEnd);
      delete(path);
    }
  }

  private void endServersAndDelete() {
    Children.end();
    for (int n = 0; Files.exists(path) && n < TIMES; n++) {
      try {
        TimeUnit.MILLISECONDS.sleep(50);
        delete(path);
      } catch (IOException e) {
        // Something is still written there: once more.
        System.err.println(path + " is deleted once more: " + e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** Deletes a folder with all that is in it, if it is there. */
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
