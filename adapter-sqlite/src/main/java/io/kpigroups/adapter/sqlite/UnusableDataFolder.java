package io.kpigroups.adapter.sqlite;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * Why the embedded store cannot be opened. The message is a sentence for who runs it: it names the
 * folder and says what would help.
 */
public final class UnusableDataFolder extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  UnusableDataFolder(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
