package io.kpigroups.adapter.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Supplier;
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
  private static final String UNPACK_INTO = "org.sqlite.tmpdir";

  private static boolean loaded;

  private NativeLibrary() {}

  /**
   * Loads it, once. Where somebody has made a setting of the driver's about it, and where it cannot
   * be unpacked, it is left to the driver, which also looks where the system keeps libraries.
   *
   * @throws UnusableDataFolder if it cannot be loaded, with the reason
   */
  static synchronized void load() {
    if (loaded) {
      return;
    }
    if (System.getProperty(PATH) != null || System.getProperty(UNPACK_INTO) != null) {
      initialize(() -> "as " + PATH + " or " + UNPACK_INTO + " says: set it right, or not at all");
    } else {
      unpackAndLoad();
    }
    loaded = true;
  }

  private static void unpackAndLoad() {
    try {
      Path folder = Files.createTempDirectory(Path.of(temporary()), "kpi-groups");
      Path file = folder.resolve(LibraryLoaderUtil.getNativeLibName());
      try {
        unpack(file);
        System.setProperty(PATH, folder.toString());
        initialize(() -> cannotBeLoaded(file));
      } finally {
        System.clearProperty(PATH);
        delete(file);
        delete(folder);
      }
    } catch (IOException e) {
      initialize(() -> cannotBeUnpacked(UnusableDataFolder.reason(e)));
    } catch (InvalidPathException e) {
      initialize(() -> cannotBeUnpacked(e.getReason()));
    }
  }

  private static void initialize(Supplier<String> why) {
    try {
      SQLiteJDBCLoader.initialize();
    } catch (Exception e) {
      throw new UnusableDataFolder("SQLite's library cannot be loaded " + why.get() + ".", e);
    }
  }

  private static String cannotBeUnpacked(String reason) {
    return "since the temporary folder "
        + temporary()
        + " cannot be written to ("
        + reason
        + "): make it writable, or name another one by -Djava.io.tmpdir";
  }

  /** The driver has not said why; the system says it again. */
  private static String cannotBeLoaded(Path file) {
    String reason = "for a reason that is not known";
    try {
      System.load(file.toString());
    } catch (UnsatisfiedLinkError e) {
      reason = String.valueOf(e.getMessage()).replace(file + ": ", "");
    }
    return "from the temporary folder "
        + temporary()
        + " ("
        + reason
        + "): it must allow execution (no noexec); make it so, or name another one by"
        + " -Djava.io.tmpdir";
  }

  /** Read when it is needed: a native executable runs on another machine than it was built on. */
  private static String temporary() {
    return System.getProperty("java.io.tmpdir");
  }

  private static void unpack(Path file) throws IOException {
    String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + file.getFileName();
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
