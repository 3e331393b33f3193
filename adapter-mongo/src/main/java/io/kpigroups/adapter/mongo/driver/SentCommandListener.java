package io.kpigroups.adapter.mongo.driver;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import jakarta.inject.Singleton;

/**
 * Knows whether the driver began to send a command in the current thread. Its exceptions do not
 * say: a timeout may end a call before or after that.
 *
 * <p>The synchronous driver calls its listeners in the caller's thread, right before it sends the
 * first byte. Quarkus registers every bean of this type with the client.
 */
@Singleton
class SentCommandListener implements CommandListener {
  /** Whether a command was sent since this was last removed. */
  static final ThreadLocal<Boolean> SENT = ThreadLocal.withInitial(() -> false);

  @Override
  public void commandStarted(CommandStartedEvent event) {
    SENT.set(true);
  }
}
