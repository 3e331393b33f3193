package io.kpigroups.adapter.mongo;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import jakarta.inject.Singleton;

/**
 * Knows whether the driver began to send a command in the current thread.
 *
 * <p>Its exceptions do not tell: a timeout may have struck before or after. The synchronous driver
 * reports a command to its listeners in the caller's thread right before the first byte is sent.
 * Quarkus registers every bean of this type with the client.
 */
@Singleton
class SentCommands implements CommandListener {
  private static final ThreadLocal<Boolean> ANY = ThreadLocal.withInitial(() -> false);

  /** Whether a command was sent since {@link #forget}. */
  static boolean any() {
    return ANY.get();
  }

  static void forget() {
    ANY.remove();
  }

  @Override
  public void commandStarted(CommandStartedEvent event) {
    ANY.set(true);
  }
}
