package io.kpigroups.bootstrap.service.find;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Several threads that write while somebody walks through a list: some writes beside each page,
 * which are over before the next page is asked for.
 */
final class Writers implements AutoCloseable {
  private static final int THREADS = 3;

  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final AtomicInteger writes = new AtomicInteger();
  private final IntConsumer write;

  /**
   * @param write writes for the time of this number; no two have the same
   */
  Writers(IntConsumer write) {
    this.write = write;
  }

  /** The ids of all rows of a list, over its links, while they write. */
  List<String> walk(User reader, String list, String id) {
    List<String> ids = new ArrayList<>();
    Optional<String> next = Optional.of(list);
    while (next.isPresent()) {
      List<CompletableFuture<Void>> beside = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        beside.add(
            CompletableFuture.runAsync(() -> write.accept(writes.getAndIncrement()), threads));
      }
      Answer page = reader.get(next.get()).has(200);
      beside.forEach(CompletableFuture::join);
      ids.addAll(page.<List<String>>path("items." + id));
      next = page.next();
    }
    assertThat(writes.get()).isGreaterThan(THREADS);
    return ids;
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
