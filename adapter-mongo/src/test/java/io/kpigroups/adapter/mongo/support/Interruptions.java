package io.kpigroups.adapter.mongo.support;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** What others do between the commands of a call, at the very moment that a test says. */
@Singleton
public class Interruptions implements CommandListener {
  private static final ThreadLocal<Map<Integer, Runnable>> WORK =
      ThreadLocal.withInitial(HashMap::new);
  private static final ThreadLocal<Integer> SENT = ThreadLocal.withInitial(() -> 0);

  /** From now on the commands of this thread are counted, from 0. */
  public void begin() {
    WORK.remove();
    SENT.remove();
  }

  /** What somebody else does before the command of this number is sent. */
  public void before(int command, Runnable work) {
    WORK.get().put(command, work);
  }

  /** Whether all of it was done. */
  public boolean areOver() {
    return WORK.get().isEmpty();
  }

  @Override
  public void commandStarted(CommandStartedEvent event) {
    int number = SENT.get();
    SENT.set(number + 1);
    Runnable work = WORK.get().remove(number);
    if (work != null) {
      CompletableFuture.runAsync(work).join();
    }
  }
}
