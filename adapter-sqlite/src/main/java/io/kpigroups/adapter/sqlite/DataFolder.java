package io.kpigroups.adapter.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The folder with the data, held for this process alone until it is closed.
 *
 * <p>The lock is on a file of its own: where locks are POSIX locks, closing any channel on a file
 * drops all that the process holds on it, and those of the data file are SQLite's. For the same
 * reason a folder that this process holds is refused before its lock file is opened a second time.
 */
final class DataFolder implements AutoCloseable {
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final CreatedFiles created;
  private @Nullable FileChannel lock;

  private DataFolder(Path folder, CreatedFiles created) throws IOException {
    this.folder = folder;
    this.created = created;
    try {
      Path file = folder.resolve("kpi-groups.lock");
      created.file(file);
      lock = FileChannel.open(file, StandardOpenOption.WRITE);
      if (lock.tryLock() == null) {
        throw inUse(folder);
      }
      created.file(file());
    } catch (IOException | UnusableDataFolder e) {
      close();
      throw e;
    }
  }

  /**
   * Makes the folder and an empty data file where there are none, for the owner's eyes only where
   * the file system knows owners, and locks the folder.
   *
   * @throws UnusableDataFolder if it cannot be made, written to or locked; then nothing is left of
   *     what was made
   */
  static DataFolder hold(Path wanted) {
    CreatedFiles created = new CreatedFiles();
    try {
      created.folder(wanted);
      Path folder = wanted.toRealPath();
      if (!HELD.add(folder)) {
        throw inUse(folder);
      }
      return new DataFolder(folder, created);
    } catch (IOException e) {
      created.undo();
      throw new UnusableDataFolder(
          e,
          "The data folder %s cannot be made or written to (%s): check its path and permissions.",
          wanted.toAbsolutePath(),
          UnusableDataFolder.reason(e));
    }
  }

  private static UnusableDataFolder inUse(Path folder) {
    return new UnusableDataFolder(
        null,
        "The data folder %s is in use already: stop the other process, or choose another folder.",
        folder);
  }

  /** The data file. */
  Path file() {
    return folder.resolve("kpi-groups.db");
  }

  /** Lets go of a folder in which no connection was opened, and removes what was made. */
  void abandon() {
    created.undo();
    close();
  }

  /** Lets go of the folder; to be called after the last connection to the file is closed. */
  @Override
  public void close() {
    try {
      if (lock != null) {
        lock.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The lock of the data folder " + folder + " stays.", e);
    } finally {
      HELD.remove(folder);
    }
  }
}
