package io.kpigroups.adapter.sqlite;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Makes folders and files that are not there, for the owner's eyes only, and takes them away. */
final class MadeFiles {
  private static final Logger LOG = System.getLogger(MadeFiles.class.getName());

  /** What SQLite puts beside a data file. */
  private static final List<String> BESIDE = List.of("-journal", "-wal", "-shm");

  private final Deque<Path> made = new ArrayDeque<>();

  /** Makes a folder and those above it. */
  void folder(Path folder) throws IOException {
    Deque<Path> missing = new ArrayDeque<>();
    for (Path path = folder.toAbsolutePath(); path != null; path = path.getParent()) {
      if (Files.exists(path)) {
        break;
      }
      missing.push(path);
    }
    missing.forEach(made::push);
    Files.createDirectories(folder, ownerOnly(folder, "rwx------"));
  }

  /** Makes an empty file. */
  void file(Path file) throws IOException {
    try {
      Files.createFile(file, ownerOnly(file, "rw-------"));
      made.push(file);
    } catch (FileAlreadyExistsException e) {
      // It is not ours to take away.
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path path, String permissions) {
    boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  /** Takes away what was made, as far as nobody else has put something into it. */
  void undo() {
    while (!made.isEmpty()) {
      Path path = made.pop();
      BESIDE.forEach(suffix -> delete(path.resolveSibling(path.getFileName() + suffix)));
      delete(path);
    }
  }

  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "What was made for nothing stays: " + path, e);
    }
  }
}
