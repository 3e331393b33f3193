package io.kpigroups.adapter.sqlite;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why the embedded store cannot be opened. The message is a sentence for who runs it: it names the
 * folder and says what would help.
 */
public final class UnusableDataFolder extends RuntimeException {
  /** The arguments are put into the sentence as {@link String#format} does. */
  UnusableDataFolder(@Nullable Exception cause, String sentence, @Nullable Object... arguments) {
    super(String.format(Locale.ROOT, sentence, arguments), cause);
  }

  /** Why the system refuses, without the names of classes and files. */
  static String reason(Exception e) {
    if (e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException) {
      return "there is a file in its place";
    }
    if (e instanceof AccessDeniedException) {
      return "access is denied";
    }
    if (e instanceof NoSuchFileException) {
      return "it is not there";
    }
    return e instanceof FileSystemException system && system.getReason() != null
        ? system.getReason()
        : String.valueOf(e.getMessage());
  }
}
