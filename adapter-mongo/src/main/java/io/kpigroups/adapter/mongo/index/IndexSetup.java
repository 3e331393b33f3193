package io.kpigroups.adapter.mongo.index;

import com.mongodb.MongoException;
import io.kpigroups.adapter.mongo.driver.MongoCollections;
import io.netty.util.concurrent.DefaultThreadFactory;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Makes the indexes in the background, and tries again until all are there.
 *
 * <p>They only make queries fast; uniqueness rests on the ids of documents. So nothing waits for
 * them, and a store without them is ready.
 */
@ApplicationScoped
public class IndexSetup {
  private static final Logger LOG = Logger.getLogger(IndexSetup.class);

  private static final int FIRST_PAUSE_SECONDS = 1;
  private static final int LONGEST_PAUSE_SECONDS = 600;

  private final MongoCollections collections;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          new DefaultThreadFactory("kpi-groups-mongo-indexes", true));

  public IndexSetup(MongoCollections collections) {
    this.collections = collections;
  }

  /** Begins with all of them. Called once. */
  public void begin() {
    Index.ALL.forEach(index -> thread.execute(() -> make(index, FIRST_PAUSE_SECONDS)));
  }

  @PreDestroy
  public void end() {
    thread.shutdownNow();
  }

  /** Makes the index, or tries again after a pause; the log warns at the first try only. */
  private void make(Index index, int pause) {
    try {
      index.ensure(collections);
    } catch (MongoException e) {
      if (thread.isShutdown()) {
        return;
      }
      String failed = " cannot be made now, so that lists may be slow; it is tried again: ";
      Logger.Level level = pause == FIRST_PAUSE_SECONDS ? Logger.Level.WARN : Logger.Level.DEBUG;
      LOG.log(level, index + failed + e.getMessage());
      int next = Math.min(2 * pause, LONGEST_PAUSE_SECONDS);
      thread.schedule(() -> make(index, next), pause, TimeUnit.SECONDS);
    }
  }
}
