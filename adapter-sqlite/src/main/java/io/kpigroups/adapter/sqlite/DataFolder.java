package io.kpigroups.adapter.sqlite;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

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
  private final MadeFiles made;
  private final FileChannel lock;

  private DataFolder(Path folder, MadeFiles made, FileChannel lock) {
    this.folder = folder;
    this.made = made;
    this.lock = lock;
  }

  /**
   * Makes the folder and an empty data file where there are none, for the owner's eyes only where
   * the file system knows owners, and locks the folder.
   *
   * @throws UnusableDataFolder if it cannot be made, written to or locked; then nothing is left of
   *     what was made
   */
  static DataFolder hold(Path wanted) {
    MadeFiles made = new MadeFiles();
    try {
      made.folder(wanted);
      Path folder = wanted.toRealPath();
      if (!HELD.add(folder)) {
        throw inUse(folder);
      }
      try {
        return lock(folder, made);
      } catch (IOException | RuntimeException e) {
        HELD.remove(folder);
        throw e;
      }
    } catch (IOException e) {
      made.undo();
      throw new UnusableDataFolder(
          "The data folder "
              + wanted.toAbsolutePath()
              + " cannot be made or written to ("
              + UnusableDataFolder.reason(e)
              + "): check its path, and that this user may write there.",
          e);
    }
  }

  private static DataFolder lock(Path folder, MadeFiles made) throws IOException {
    Path file = folder.resolve("kpi-groups.lock");
    made.file(file);
    FileChannel channel = FileChannel.open(file, CREATE, WRITE);
    try {
      if (channel.tryLock() == null) {
        throw inUse(folder);
      }
      DataFolder held = new DataFolder(folder, made, channel);
      made.file(held.file());
      return held;
    } catch (OverlappingFileLockException e) {
      channel.close();
      throw inUse(folder);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static UnusableDataFolder inUse(Path folder) {
    return new UnusableDataFolder(
        "The data folder "
            + folder
            + " is in use already. One process at a time may use it: stop the other one, or choose"
            + " another folder.",
        null);
  }

  /** The data file. */
  Path file() {
    return folder.resolve("kpi-groups.db");
  }

  /** Lets go of a folder in which no connection was opened, and takes away what was made. */
  void abandon() {
    made.undo();
    close();
  }

  /** Lets go of the folder; to be called after the last connection to the file is closed. */
  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UnusableDataFolder("The lock of the data folder " + folder + " stays.", e);
    } finally {
      HELD.remove(folder);
    }
  }
}
