package io.kpigroups.adapter.sqlite;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The folder that is meant by the settings. */
final class DataPath {
  private static final String KEY = "kpigroups.embedded.path";

  private DataPath() {}

  /**
   * The folder that the settings name.
   *
   * @throws UnusableDataFolder if they name none, or one that cannot be named to the system
   */
  static Path of(SqliteConfig config) {
    String path = config.path();
    if (path.isBlank()) {
      throw new UnusableDataFolder(
          KEY + " is blank: set it to the path of the data folder, or leave it out.", null);
    }
    try {
      return Path.of(path);
    } catch (InvalidPathException e) {
      throw new UnusableDataFolder(
          KEY
              + " is \""
              + path
              + "\", which is no path in the encoding of this process, "
              + System.getProperty("sun.jnu.encoding")
              + " ("
              + e.getReason()
              + "): set LC_ALL to a locale with UTF-8 such as C.UTF-8, or choose a path in ASCII.",
          e);
    }
  }
}
