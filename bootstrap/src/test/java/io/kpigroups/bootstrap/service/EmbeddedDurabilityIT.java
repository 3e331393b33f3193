package io.kpigroups.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the packaged service has acknowledged with its embedded store is there after a kill.
 *
 * <p>This shows that the process keeps nothing acknowledged to itself; that it is on the disk too,
 * only a power cut could show.
 */
@Timeout(120)
class EmbeddedDurabilityIT {
  private static final int WRITERS = 6;

  @TempDir Path folder;

  @RepeatedTest(2)
  void everyAcknowledgedWriteSurvivesAKill() throws Exception {
    List<Writer> writers = Stream.generate(Writer::new).limit(WRITERS).toList();
    try (ServiceProcess service = ServiceProcess.start(settings())) {
      Answer.get(service.base()).has(404);
      System.out.printf("First answer %d ms after the start%n", service.age().toMillis());
      writeUntilKilled(service, writers, ThreadLocalRandom.current().nextInt(300, 900));
    }
    try (ServiceProcess service = ServiceProcess.start(settings())) {
      int acknowledged = writers.stream().mapToInt(Writer::acknowledgedWrites).sum();
      List<String> lost = writers.stream().flatMap(w -> w.lost(service.base())).toList();
      System.out.printf("Killed: %d writes acknowledged, %d lost%n", acknowledged, lost.size());
      assertThat(lost).isEmpty();
    }
  }

  private static void writeUntilKilled(ServiceProcess service, List<Writer> writers, int moment) {
    AtomicInteger count = new AtomicInteger();
    Runnable killAtTheMoment =
        () -> {
          if (count.incrementAndGet() == moment) {
            service.kill();
          }
        };
    ExecutorService threads = Executors.newFixedThreadPool(writers.size());
    writers.stream()
        .map(
            writer ->
                CompletableFuture.runAsync(
                    () -> writer.writeUntilTheServiceIsGone(service.base(), killAtTheMoment),
                    threads))
        .toList()
        .forEach(CompletableFuture::join);
    threads.shutdown();
  }

  private Map<String, String> settings() {
    var settings = new HashMap<>(Tokens.settings());
    settings.put("kpigroups.embedded.path", folder.toString());
    return settings;
  }
}
