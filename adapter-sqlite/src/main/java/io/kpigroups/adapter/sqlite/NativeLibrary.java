package io.kpigroups.adapter.sqlite;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.sqlite.SQLiteJDBCLoader;

/**
 * Has the driver load its native library, and removes the copy that it has unpacked for that. See
 * docs/adr/0010.
 */
final class NativeLibrary {
  /** The driver's setting for the folder to unpack into; by default the temporary folder. */
  private static final String UNPACK_INTO = "org.sqlite.tmpdir";

  private NativeLibrary() {}

  /**
   * Loads it, if it is not loaded.
   *
   * @throws UnusableDataFolder if it cannot be loaded
   */
  static synchronized void load() {
    String temporary = System.getProperty(UNPACK_INTO, System.getProperty("java.io.tmpdir"));
    try {
      // Set where a folder has the library already.
      if (System.getProperty("org.sqlite.lib.path") == null) {
        unpackAndLoad(temporary);
      } else {
        SQLiteJDBCLoader.initialize();
      }
    } catch (Exception e) {
      throw new UnusableDataFolder(
          e,
          """
          SQLite's library cannot be loaded from the temporary folder %s (%s): it must be writable \
          and allow execution (no noexec); make it so, or name another one by -Djava.io.tmpdir.""",
          temporary,
          UnusableDataFolder.reason(e));
    }
  }

  private static void unpackAndLoad(String temporary) throws Exception {
    File folder = Files.createTempDirectory(Path.of(temporary), "kpi-groups").toFile();
    try {
      // For Windows, which does not delete a loaded file; the first to ask is the last to go.
      folder.deleteOnExit();
      System.setProperty(UNPACK_INTO, folder.toString());
      SQLiteJDBCLoader.initialize();
    } finally {
      System.setProperty(UNPACK_INTO, temporary);
      Stream.ofNullable(folder.listFiles()).flatMap(Stream::of).forEach(File::delete);
      folder.delete();
    }
  }
}
