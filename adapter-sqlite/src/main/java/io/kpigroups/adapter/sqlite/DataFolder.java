package io.kpigroups.adapter.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.InvalidPathException;
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

  private DataFolder(Path folder, CreatedFiles created) {
    this.folder = folder;
    this.created = created;
  }

  /**
   * The folder that the settings name.
   *
   * @throws UnusableDataFolder if they name none, or one that the system does not understand
   */
  static Path named(String path) {
    if (path.isBlank()) {
      throw new UnusableDataFolder(
          null,
          """
          kpigroups.embedded.path is blank: set it to the path of the data folder, or leave it \
          out.""");
    }
    try {
      return Path.of(path);
    } catch (InvalidPathException e) {
      throw new UnusableDataFolder(
          e,
          """
          kpigroups.embedded.path is "%s", which is no path in the encoding of this process, %s \
          (%s): set LC_ALL to a locale with UTF-8 such as C.UTF-8, or choose a path in ASCII.""",
          path,
          System.getProperty("sun.jnu.encoding"),
          e.getReason());
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
      DataFolder held = new DataFolder(folder, created);
      held.lock();
      return held;
    } catch (IOException e) {
      created.undo();
      throw new UnusableDataFolder(
          e,
          """
          The data folder %s cannot be made or written to (%s): check its path, and that this user \
          may write there.""",
          wanted.toAbsolutePath(),
          UnusableDataFolder.reason(e));
    }
  }

  private void lock() throws IOException {
    boolean isHeld = false;
    try {
      Path file = folder.resolve("kpi-groups.lock");
      created.file(file);
      lock = FileChannel.open(file, StandardOpenOption.WRITE);
      if (lock.tryLock() == null) {
        throw inUse(folder);
      }
      created.file(file());
      isHeld = true;
    } finally {
      if (!isHeld) {
        close();
      }
    }
  }

  private static UnusableDataFolder inUse(Path folder) {
    return new UnusableDataFolder(
        null,
        """
        The data folder %s is in use already. One process at a time may use it: stop the other \
        one, or choose another folder.""",
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
