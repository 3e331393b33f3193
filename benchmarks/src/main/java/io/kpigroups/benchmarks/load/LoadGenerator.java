package io.kpigroups.benchmarks.load;

import io.kpigroups.benchmarks.server.Refused;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;

/**
 * Sends requests to a server of this machine over {@value #CONNECTIONS} connections, from one
 * thread: it costs so little beside the servers that it can share two processors with them.
 */
public final class LoadGenerator implements AutoCloseable {
  /** As many as the requests that are at work at the same time. */
  public static final int CONNECTIONS = 16;

  /** How long an answer may take before it counts as none. */
  static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Vertx vertx =
      Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
  private final Context context = vertx.getOrCreateContext();
  private final HttpClient client;

  /** A generator for the server at this port of the loopback address. */
  public LoadGenerator(int port) {
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions().setDefaultHost("127.0.0.1").setDefaultPort(port),
            new PoolOptions().setHttp1MaxSize(CONNECTIONS).setMaxWaitQueueSize(-1));
  }

  /**
   * The closed model: each connection sends its next request when the one before is answered. For
   * throughput and CPU time; its latencies mean little, since a slow server is asked less.
   *
   * @param most ends the slice, if the duration does not before
   */
  public LoadResult closed(LongFunction<Call> calls, long most, Duration duration) {
    Slice slice = new Slice(client, calls, most);
    context.runOnContext(
        ignored -> {
          long end = System.nanoTime() + duration.toNanos();
          for (int connection = 0; connection < CONNECTIONS; connection++) {
            slice.sendUntil(end);
          }
        });
    return await(slice, duration);
  }

  /**
   * The open model: requests are due at a fixed rate, whether those before are answered or not, and
   * the time of each counts from when it was due, also where it had to wait for a connection. So
   * nothing is left out where the server stalls (no coordinated omission).
   */
  public LoadResult open(LongFunction<Call> calls, int perSecond, Duration duration) {
    long count = Math.max(1, perSecond * duration.toMillis() / 1000);
    long interval = 1_000_000_000L / perSecond;
    Slice slice = new Slice(client, calls, count);
    long start = System.nanoTime();
    for (long n = 0; n < count; n++) {
      long due = start + n * interval;
      for (long now = System.nanoTime(); now < due; now = System.nanoTime()) {
        LockSupport.parkNanos(due - now);
      }
      context.runOnContext(ignored -> slice.send(due));
    }
    return await(slice, PATIENCE);
  }

  /** Waits for all answers; those that are too late then count as failures. */
  private LoadResult await(Slice slice, Duration duration) {
    try {
      long millis = duration.plus(PATIENCE).plus(PATIENCE).toMillis();
      try {
        return slice.result().get(millis, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        context.runOnContext(ignored -> slice.giveUp());
        return slice.result().get(millis, TimeUnit.MILLISECONDS);
      }
    } catch (ExecutionException | TimeoutException e) {
      if (e.getCause() instanceof Refused refused) {
        throw refused;
      }
      throw new IllegalStateException("The load generator failed.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      vertx
          .close()
          .toCompletionStage()
          .toCompletableFuture()
          .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      // Its threads are daemons: they end with the program.
      System.err.println("The load generator did not close: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
