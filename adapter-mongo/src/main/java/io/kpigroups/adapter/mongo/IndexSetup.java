package io.kpigroups.adapter.mongo;

import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Sees to it that the indexes come to be there, in the background, as often as it takes.
 *
 * <p>They are for speed only: what must be unique is the key of its document. So nothing waits for
 * them, and a store without them is ready.
 */
@ApplicationScoped
class IndexSetup {
  private static final Logger LOG = Logger.getLogger(IndexSetup.class);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

  private final Database database;
  private final AtomicBoolean begun = new AtomicBoolean();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "kpi-groups-mongo-indexes");
            thread.setDaemon(true);
            return thread;
          });

  IndexSetup(Database database) {
    this.database = database;
  }

  /** Begins, unless it has. */
  void begin() {
    if (begun.compareAndSet(false, true)) {
      thread.execute(() -> make(Index.ALL, FIRST_PAUSE));
    }
  }

  @PreDestroy
  void end() {
    thread.shutdownNow();
  }

  /** Makes these indexes, and later those of them that cannot be made now. */
  private void make(List<Index> missing, Duration pause) {
    List<Index> left = missing.stream().filter(index -> !isMade(index, pause)).toList();
    if (left.isEmpty()) {
      LOG.debug("The indexes are there.");
    } else if (!thread.isShutdown()) {
      Duration next = pause.multipliedBy(2);
      thread.schedule(
          () -> make(left, next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE),
          pause.toMillis(),
          TimeUnit.MILLISECONDS);
    }
  }

  /** Whether nothing is left to do for the index; what is to be done, the log says once. */
  private boolean isMade(Index index, Duration pause) {
    try {
      index.ensure(database);
      return true;
    } catch (MongoInterruptedException e) {
      return false;
    } catch (MongoException e) {
      LOG.log(
          pause.equals(FIRST_PAUSE) ? Logger.Level.WARN : Logger.Level.DEBUG,
          index
              + " cannot be made now, so that lists may be slow; it is tried again: "
              + e.getMessage());
      return false;
    }
  }
}
