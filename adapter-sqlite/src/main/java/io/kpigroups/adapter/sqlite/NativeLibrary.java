package io.kpigroups.adapter.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Loads the driver's native library in place of the driver, which unpacks it too, but compares what
 * it has written byte by byte, a third of a native executable's start, and leaves it in the
 * temporary folder whenever the process is killed. See docs/adr/0010.
 */
final class NativeLibrary {
  /** A setting of the driver: the folder with the library. */
  private static final String PATH = "org.sqlite.lib.path";

  /** A setting of the driver: the folder to unpack into. */
  private static final String TEMPORARY = "org.sqlite.tmpdir";

  private static boolean tried;

  private NativeLibrary() {}

  /**
   * Loads it, once. Where that fails, or somebody has made a setting of the driver's about it, it
   * is left to the driver.
   */
  static synchronized void load() {
    boolean told = System.getProperty(PATH) != null || System.getProperty(TEMPORARY) != null;
    if (!tried && !told) {
      tried = true;
      try {
        unpackAndLoad();
      } catch (Exception e) {
        // The driver will try again at the first connection, and say what is wrong.
      } finally {
        System.clearProperty(PATH);
      }
    }
  }

  private static void unpackAndLoad() throws Exception {
    String name = LibraryLoaderUtil.getNativeLibName();
    Path folder = Files.createTempDirectory("kpi-groups");
    Path file = folder.resolve(name);
    try {
      unpack(LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name, file);
      System.setProperty(PATH, folder.toString());
      SQLiteJDBCLoader.initialize();
    } finally {
      delete(file);
      delete(folder);
    }
  }

  private static void unpack(String resource, Path file) throws IOException {
    try (@Nullable InputStream library = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
      if (library != null) {
        Files.copy(library, file);
      }
    }
  }

  /**
   * A loaded library needs no name any more, but on Windows, where it goes when the process does.
   */
  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      path.toFile().deleteOnExit();
    }
  }
}
