package io.kpigroups.bootstrap.service.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Call;
import io.kpigroups.bootstrap.service.client.Patience;
import io.kpigroups.bootstrap.service.ledger.Audit;
import io.kpigroups.bootstrap.service.ledger.Chance;
import io.kpigroups.bootstrap.service.ledger.DatabaseProcess;
import io.kpigroups.bootstrap.service.ledger.EmbeddedFiles;
import io.kpigroups.bootstrap.service.ledger.Ledger;
import io.kpigroups.bootstrap.service.ledger.Load;
import io.kpigroups.bootstrap.service.ledger.Store;
import io.kpigroups.bootstrap.service.ledger.Tally;
import io.kpigroups.bootstrap.service.process.ServiceProcess;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The service holds no more after many requests than after some, on both stores at the same time.
 *
 * <p>The first fifth of the samples is for warming up. Of the rest, the medians of the first and
 * the last third are compared, so that no single sample decides. There are more than ten thousand
 * requests in between, so a hundred bytes that leak with each show as a megabyte. More than that,
 * or more than eight threads or files, is a trend.
 */
@Tag("soak")
@ExtendWith(Tally.class)
@EnabledOnOs(OS.LINUX)
class SoakIT {
  private static final long SECONDS = Long.getLong("soak.seconds", 600);

  /**
   * Changes a second on each store, and as many reads: far from what the service can do. A machine
   * that has too much else to do makes fewer.
   */
  private static final int RATE = Integer.getInteger("soak.rate", 20);

  private static final int SAMPLES = 40;
  private static final int WRITERS = 4;
  private static final long HEAP_NOISE = 1_000_000;
  private static final long OTHERS_NOISE = 8;

  @TempDir Path folder;

  /** A service under load, and what was seen of it. */
  private static final class Patient implements AutoCloseable {
    private final String store;
    private final Random random;
    private final ServiceProcess service;
    private final List<Vitals> samples = new ArrayList<>();
    private final List<Ledger> ledgers = new ArrayList<>();
    private final List<ScheduledFuture<?>> working = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private List<Ledger> writers = List.of();

    Patient(String name, Store store) throws Exception {
      this.store = name;
      this.random = Chance.of("Soak, " + name);
      this.service = ServiceProcess.start(store.settings());
    }

    /** Has new writers work, since a token holds for ten minutes. */
    void beginWork(ScheduledExecutorService threads) {
      URI base = service.base();
      writers = Load.ledgers(WRITERS, random);
      working.clear();
      for (Ledger writer : writers) {
        Runnable changeAndRead =
            () -> {
              writer.write(base, call -> {});
              Answer.to(Call.LIST_GROUPS.request(base, writer.client(), "", "")).join().has(200);
            };
        long period = TimeUnit.SECONDS.toMicros(1) * WRITERS / RATE;
        working.add(threads.scheduleAtFixedRate(changeAndRead, 0, period, TimeUnit.MICROSECONDS));
      }
    }

    /** To be called when the last answers are in. */
    void look() throws Exception {
      assertThat(working).allMatch(ScheduledFuture::isCancelled);
      ledgers.addAll(writers);
      wrong.addAll(Audit.overHttp(service.base(), writers));
      samples.add(Vitals.of(service.pid()));
      System.out.printf(
          "%s, after %d changes: %s%n", store, changes(), samples.get(samples.size() - 1));
    }

    long changes() {
      return ledgers.stream().mapToLong(Ledger::acknowledged).sum();
    }

    void assertFlat() {
      List<Vitals> warm = samples.subList(samples.size() / 5, samples.size());
      int third = warm.size() / 3;
      List<Vitals> early = warm.subList(0, third);
      List<Vitals> late = warm.subList(warm.size() - third, warm.size());
      // Between the middles of the thirds there are two thirds of the requests, a read for each
      // change.
      long requests = changes() * 2 * 4 / 5 * 2 / 3;
      long heap = growth("heap", early, late, Vitals::heap);
      long threads = growth("threads", early, late, Vitals::threads);
      long files = growth("files", early, late, Vitals::files);
      growth("resident memory", early, late, Vitals::resident);
      System.out.printf("%s: %d requests in between%n", store, requests);
      assertThat(heap).as("heap").isLessThan(HEAP_NOISE);
      assertThat(threads).as("threads").isLessThanOrEqualTo(OTHERS_NOISE);
      assertThat(files).as("files").isLessThanOrEqualTo(OTHERS_NOISE);
    }

    private long growth(
        String what, List<Vitals> early, List<Vitals> late, ToLongFunction<Vitals> value) {
      long before = Vitals.median(early.stream(), value);
      long after = Vitals.median(late.stream(), value);
      System.out.printf("%s: %s from %,d to %,d%n", store, what, before, after);
      return after - before;
    }

    @Override
    public void close() {
      service.close();
    }
  }

  @Test
  void heapThreadsAndFilesStayFlat() throws Exception {
    Duration time = Duration.ofSeconds(SECONDS).dividedBy(SAMPLES);
    DatabaseProcess database = DatabaseProcess.stopped();
    database.start();
    try (database;
        Patient embedded = new Patient("Embedded", new EmbeddedFiles(folder));
        Patient mongo = new Patient("MongoDB", database)) {
      List<Patient> patients = List.of(embedded, mongo);
      for (int i = 0; i < SAMPLES; i++) {
        soak(time, patients);
      }
      for (Patient patient : patients) {
        Tally.add("Soak, " + patient.store, patient.ledgers, patient.wrong);
        patient.assertFlat();
      }
    }
  }

  private static void soak(Duration time, List<Patient> patients) throws Exception {
    int workers = patients.size() * WRITERS;
    ScheduledExecutorService threads = Executors.newScheduledThreadPool(workers);
    patients.forEach(patient -> patient.beginWork(threads));
    threads.awaitTermination(time.toMillis(), TimeUnit.MILLISECONDS);
    threads.shutdown();
    assertThat(threads.awaitTermination(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    for (Patient patient : patients) {
      patient.look();
    }
  }
}
