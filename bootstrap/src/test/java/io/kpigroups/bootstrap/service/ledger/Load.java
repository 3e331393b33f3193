package io.kpigroups.bootstrap.service.ledger;

import io.kpigroups.bootstrap.service.client.Call;
import io.kpigroups.bootstrap.service.client.Patience;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** Several ledgers that write at the same time, until they are stopped. */
public final class Load implements AutoCloseable {
  private final List<Ledger> ledgers;
  private final ExecutorService threads;
  private final List<CompletableFuture<Void>> running = new ArrayList<>();
  private volatile boolean stopped;

  private Load(List<Ledger> ledgers) {
    this.ledgers = ledgers;
    this.threads = Executors.newFixedThreadPool(ledgers.size());
  }

  public static List<Ledger> ledgers(int number, Random random) {
    return Stream.generate(() -> new Ledger(random)).limit(number).toList();
  }

  /** Starts writing; {@code sent} hears of each change right after it was sent. */
  public static Load start(URI base, List<Ledger> ledgers, Consumer<Call> sent) {
    Load load = new Load(ledgers);
    for (Ledger ledger : ledgers) {
      load.running.add(
          CompletableFuture.runAsync(
              () -> {
                while (!load.stopped) {
                  ledger.write(base, sent);
                }
              },
              load.threads));
    }
    return load;
  }

  public static Load start(URI base, List<Ledger> ledgers) {
    return start(base, ledgers, call -> {});
  }

  /** Waits until so many more changes than now were acknowledged. */
  public void awaitAcknowledged(int more) {
    awaitMore(Ledger::acknowledged, more);
  }

  /** Waits until so many more changes than now were not acknowledged. */
  public void awaitFailures(int more) {
    awaitMore(ledger -> ledger.refused() + ledger.inDoubt(), more);
  }

  private void awaitMore(ToIntFunction<Ledger> count, int more) {
    int before = ledgers.stream().mapToInt(count).sum();
    Patience.await()
        .pollInterval(Duration.ofMillis(5))
        .failFast(() -> running.forEach(writer -> writer.getNow(null)))
        .until(() -> ledgers.stream().mapToInt(count).sum() >= before + more);
  }

  /** Has nothing more be sent after the changes that are on their way. */
  public void stop() {
    stopped = true;
  }

  /** Stops, and waits for the last answers. */
  @Override
  public void close() {
    stop();
    try {
      running.forEach(CompletableFuture::join);
    } finally {
      threads.shutdown();
    }
  }
}
