package io.kpigroups.bootstrap.service.outage;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.client.Call;
import io.kpigroups.bootstrap.service.client.Caller;
import io.kpigroups.bootstrap.service.client.Caller.Called;
import io.kpigroups.bootstrap.service.client.Patience;
import io.kpigroups.bootstrap.service.ledger.Contents;
import io.kpigroups.bootstrap.service.ledger.Creates;
import io.kpigroups.bootstrap.service.ledger.EmbeddedFiles;
import io.kpigroups.bootstrap.service.ledger.Watch;
import io.kpigroups.bootstrap.service.observed.Metrics;
import io.kpigroups.bootstrap.service.process.ServiceProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service under many more requests at once than it has places for. */
@Timeout(1200)
class BurstIT {
  private static final int MANY = 1_000;

  @TempDir private Path folder = Path.of("");

  @Test
  void whatWasRefusedWhileTheStoreHungIsNotDoneLaterAndThenEverythingWorks() throws Exception {
    EmbeddedFiles store = new EmbeddedFiles(folder);
    Creates creates = new Creates();
    Map<String, String> settings = store.settings();
    settings.put("kpigroups.deadline", Watch.DEADLINE.toMillis() + "ms");
    try (ServiceProcess service = ServiceProcess.start(settings)) {
      try (AutoCloseable lock = store.lock()) {
        creates.note(new Watch(service).fail("Locked", creates(service)));
      }
      new Watch(service).theServiceRecovers();
      awaitNobodyWithin(service);
    }
    creates.assertHonest(store.contents());
    store.close();
  }

  @Test
  void everyOneOfThemIsServedWhereThereIsTime() throws Exception {
    EmbeddedFiles store = new EmbeddedFiles(folder);
    try (ServiceProcess service = ServiceProcess.start(store.settings())) {
      List<Called> answers = creates(service).stream().map(CompletableFuture::join).toList();
      Watch.print("At once", answers);
      answers.forEach(called -> called.answer().has(201));
      awaitNobodyWithin(service);
    }
    assertThat(store.contents().groups())
        .extracting(Contents.Group::name)
        .filteredOn(name -> name.startsWith(Call.CREATE_GROUP.name()))
        .hasSize(MANY)
        .doesNotHaveDuplicates();
    store.close();
  }

  private static List<CompletableFuture<Called>> creates(ServiceProcess service) {
    Caller caller = new Caller(service.base());
    return Stream.generate(() -> caller.send(Call.CREATE_GROUP)).limit(MANY).toList();
  }

  private static void awaitNobodyWithin(ServiceProcess service) {
    Patience.await()
        .until(
            () -> {
              Metrics metrics = Metrics.of(service);
              return metrics.sum("kpigroups_requests_working")
                      + metrics.sum("kpigroups_requests_waiting")
                  == 0;
            });
  }
}
