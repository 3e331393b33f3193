package io.kpigroups.adapter.sqlite;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sqlite.NativeLibraryNotFoundException;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Has the driver load its native library, and removes the copy that it has unpacked for that. See
 * docs/adr/0010.
 */
final class NativeLibrary {
  /** The driver's setting for the folder to unpack into; by default the temporary folder. */
  private static final String UNPACK_INTO = "org.sqlite.tmpdir";

  /** The driver's setting for a folder that has the library. */
  private static final String LOAD_FROM = "org.sqlite.lib.path";

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
      if (System.getProperty(LOAD_FROM) == null) {
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

  /**
   * The driver's own unpacking compares the copy byte by byte, which takes longer than the copy.
   */
  private static void unpackAndLoad(String temporary) throws Exception {
    String name = LibraryLoaderUtil.getNativeLibName();
    String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
    Path folder = Files.createTempDirectory(Path.of(temporary), "kpi-groups");
    Path copy = folder.resolve(name);
    // For Windows, which does not delete a loaded file; the last to ask is the first to go.
    folder.toFile().deleteOnExit();
    copy.toFile().deleteOnExit();
    try (InputStream library = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
      if (library == null) {
        throw new NativeLibraryNotFoundException(
            "the driver has none for this system: " + resource);
      }
      Files.copy(library, copy);
      System.setProperty(LOAD_FROM, folder.toString());
      SQLiteJDBCLoader.initialize();
    } finally {
      System.clearProperty(LOAD_FROM);
      copy.toFile().delete();
      folder.toFile().delete();
    }
  }
}
