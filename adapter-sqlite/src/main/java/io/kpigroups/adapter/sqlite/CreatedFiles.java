package io.kpigroups.adapter.sqlite;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** Makes folders and files that are not there, which only the owner can read, and removes them. */
final class CreatedFiles {
  /** A file, and what SQLite puts beside it. */
  private static final List<String> SUFFIXES = List.of("-journal", "-wal", "-shm", "");

  private final Deque<Path> created = new ArrayDeque<>();

  /** Makes a folder and those above it; to be called before any file is made. */
  void folder(Path folder) throws IOException {
    for (Path path = folder.toAbsolutePath();
        path != null && Files.notExists(path);
        path = path.getParent()) {
      created.addLast(path);
    }
    Files.createDirectories(folder, ownerOnly(folder, "rwx------"));
  }

  /** Makes an empty file. */
  void file(Path file) throws IOException {
    try {
      Files.createFile(file, ownerOnly(file, "rw-------"));
      created.push(file);
    } catch (FileAlreadyExistsException e) {
      // It is not ours to remove.
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path path, String permissions) {
    return Stream.of(PosixFilePermissions.fromString(permissions))
        .filter(any -> path.getFileSystem().supportedFileAttributeViews().contains("posix"))
        .map(PosixFilePermissions::asFileAttribute)
        .toArray(FileAttribute<?>[]::new);
  }

  /** Removes what was made, as far as nobody else has put something into it. */
  void undo() {
    for (Path path : created) {
      SUFFIXES.forEach(suffix -> delete(Path.of(path + suffix)));
    }
  }

  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      // Somebody else has put something into the folder, or the disk does not let it go.
    }
  }
}
