package io.kpigroups.adapter.mongo.support;

import com.mongodb.MongoClientSettings;
import com.mongodb.event.ConnectionCheckedInEvent;
import com.mongodb.event.ConnectionCheckedOutEvent;
import com.mongodb.event.ConnectionClosedEvent;
import com.mongodb.event.ConnectionCreatedEvent;
import com.mongodb.event.ConnectionPoolListener;
import io.quarkus.mongodb.runtime.MongoClientCustomizer;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The driver in tests: how many connections it has, and that it looks at the server often. */
@Singleton
public class Client implements MongoClientCustomizer {
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger inUse = new AtomicInteger();
  private volatile boolean retriesWrites;

  /** Whether the driver repeats writes by itself. */
  public boolean retriesWrites() {
    return retriesWrites;
  }

  /** The connections that there are, those for watching the server left out. */
  public int open() {
    return open.get();
  }

  /** The connections with a call on them. */
  public int inUse() {
    return inUse.get();
  }

  @Override
  public MongoClientSettings.Builder customize(MongoClientSettings.Builder settings) {
    retriesWrites = settings.build().getRetryWrites();
    return settings
        .applyToServerSettings(
            server ->
                server
                    .heartbeatFrequency(50, TimeUnit.MILLISECONDS)
                    .minHeartbeatFrequency(1, TimeUnit.MILLISECONDS))
        .applyToConnectionPoolSettings(pool -> pool.addConnectionPoolListener(new Count()));
  }

  private final class Count implements ConnectionPoolListener {
    @Override
    public void connectionCreated(ConnectionCreatedEvent event) {
      open.incrementAndGet();
    }

    @Override
    public void connectionClosed(ConnectionClosedEvent event) {
      open.decrementAndGet();
    }

    @Override
    public void connectionCheckedOut(ConnectionCheckedOutEvent event) {
      inUse.incrementAndGet();
    }

    @Override
    public void connectionCheckedIn(ConnectionCheckedInEvent event) {
      inUse.decrementAndGet();
    }
  }
}
