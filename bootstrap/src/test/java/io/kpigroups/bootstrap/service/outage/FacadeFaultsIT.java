package io.kpigroups.bootstrap.service.outage;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Call;
import io.kpigroups.bootstrap.service.client.Caller;
import io.kpigroups.bootstrap.service.client.Caller.Called;
import io.kpigroups.bootstrap.service.client.Client;
import io.kpigroups.bootstrap.service.client.Expect;
import io.kpigroups.bootstrap.service.client.Patience;
import io.kpigroups.bootstrap.service.client.RawHttp;
import io.kpigroups.bootstrap.service.client.Tokens;
import io.kpigroups.bootstrap.service.ledger.Creates;
import io.kpigroups.bootstrap.service.ledger.EmbeddedFiles;
import io.kpigroups.bootstrap.service.ledger.Watch;
import io.kpigroups.bootstrap.service.observed.Dashboard;
import io.kpigroups.bootstrap.service.observed.Metrics;
import io.kpigroups.bootstrap.service.observed.ObservedServiceIT;
import io.kpigroups.bootstrap.service.process.ServiceProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The packaged service in front of an upstream that hangs, and then does not; and that upstream,
 * the packaged service too, while its own store hangs.
 */
@EnabledOnOs(OS.LINUX)
@Timeout(1200)
@Execution(ExecutionMode.SAME_THREAD)
class FacadeFaultsIT {
  private static final int THREADS = 160;
  private static final int MANY = 300;

  @TempDir static Path folder;

  private static final Creates creates = new Creates();
  private static EmbeddedFiles store;
  private static ServiceProcess behind;
  private static ServiceProcess facade;

  @BeforeAll
  static void start() throws Exception {
    store = new EmbeddedFiles(folder);
    Map<String, String> settings = store.settings();
    settings.put("quarkus.thread-pool.max-threads", String.valueOf(THREADS));
    behind = ServiceProcess.start(settings);
    facade = ServiceProcess.start(settings());
  }

  private static Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(Tokens.settings());
    settings.put("kpigroups.store", "upstream");
    settings.put("kpigroups.upstream.url", behind.base() + Client.API);
    settings.put("kpigroups.deadline", Watch.DEADLINE.toMillis() + "ms");
    settings.put("quarkus.log.level", "DEBUG");
    return settings;
  }

  /** When nobody is left who could still do it. */
  @AfterAll
  static void whatWasRefusedWasNotDoneLaterEither() throws Exception {
    facade.close();
    behind.close();
    creates.assertHonest(store.contents());
    store.close();
  }

  @Test
  void everyOneOfManyCallersOfAnUpstreamThatHangsIsAnsweredAndThenItRecoversByItself()
      throws Exception {
    behind.freeze();
    try {
      List<CompletableFuture<Called>> calls = new Caller(facade.base()).send(MANY);
      List<Called> answers = calls.stream().map(CompletableFuture::join).toList();
      Watch.print("Upstream frozen", answers);
      answers.forEach(FacadeFaultsIT::saysThatUpstreamFails);
      creates.note(answers);
      Watch watch = new Watch(facade);
      watch.health("live").has(200);
      watch.document().has(200);
      watch.health("ready").has(200);
    } finally {
      behind.thaw();
    }
    new Watch(facade).theServiceRecovers(forwarded());
  }

  @Test
  void healthAndDocumentsAreAnsweredWhileManyCallersWaitForAStoreThatHangs() throws Exception {
    Caller caller = new Caller(behind.base());
    List<CompletableFuture<Called>> calls = new ArrayList<>();
    try (AutoCloseable lock = store.lock()) {
      Stream.generate(() -> caller.send(Call.CREATE_GROUP)).limit(MANY).forEach(calls::add);
      Patience.await()
          .failFast(() -> nobodyHasAnAnswer(calls))
          .until(() -> callersWithin(behind) == MANY);
      Watch watch = new Watch(behind);
      watch.health("live").has(200);
      watch.document().has(200);
      nobodyHasAnAnswer(calls);
    }
    calls.forEach(called -> called.join().answer().has(201));
  }

  private static void nobodyHasAnAnswer(List<CompletableFuture<Called>> calls) {
    assertThat(calls.stream().filter(CompletableFuture::isDone).map(CompletableFuture::join))
        .isEmpty();
  }

  private static double callersWithin(ServiceProcess service) {
    Metrics metrics = Metrics.of(service);
    return metrics.sum("kpigroups_requests_working") + metrics.sum("kpigroups_requests_waiting");
  }

  @Test
  void noTokenIsInTheLogWhateverHappens() throws Exception {
    Client ann = Client.inNewAccount();
    Client stranger = Client.withToken(ann.token().replaceFirst("\\.[^.]*$", ".AAAA"), "a");
    await(Call.CREATE_GROUP, ann, 201);
    await(Call.GET_GROUP, ann, 404);
    await(Call.LIST_GROUPS, stranger, 401);
    behind.freeze();
    try {
      assertThat(send(Call.GET_GROUP, ann).status()).isIn(503, 504);
      assertThat(send(Call.CREATE_GROUP, ann).status()).isIn(408, 500, 503, 504);
    } finally {
      behind.thaw();
    }
    String signature = ann.token().substring(ann.token().lastIndexOf('.') + 1);
    String claims = ann.token().split("\\.")[1];
    assertThat(facade.said()).contains("DEBUG").doesNotContain(signature, claims);
  }

  @Test
  void callsOfUpstreamAreMeasuredWithoutTheirPathsAndTheDashboardIsFed() {
    await(Call.CREATE_GROUP, Client.inNewAccount(), 201);
    await(Call.GET_GROUP, Client.inNewAccount(), 404);
    List<String> rows = List.of("Store", Dashboard.UPSTREAM);
    Patience.await().untilAsserted(() -> Dashboard.isFedBy(Metrics.of(facade), rows));
    Metrics metrics = Metrics.of(facade);
    assertThat(metrics.samples())
        .filteredOn(sample -> sample.name().startsWith("http_client_"))
        .isNotEmpty()
        .noneSatisfy(sample -> assertThat(sample.labels()).containsKey("uri"));
    assertThat(metrics.text()).doesNotContain("/api/");
  }

  @Test
  void aBodyThatDoesNotArriveIsNotWaitedForBeyondTheDeadlineAndThatIsCounted() {
    String half =
        "POST /api/v1/kpis/groups HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            + "Content-Length: 100\r\n\r\n{\"name\":";
    assertThat(RawHttp.send(facade.base().getPort(), half))
        .startsWith("HTTP/1.1 408 ")
        .contains(":problem:request-timeout\"");
    ObservedServiceIT.awaitSum(
        facade, ObservedServiceIT.REQUESTS, "operation=create_group", "status=408");
  }

  /** Calls until this is the answer; each before it is one of a service that has no time. */
  private static void await(Call call, Client client, int status) {
    Patience.await().until(() -> send(call, client).status() == status);
  }

  private static Answer send(Call call, Client client) {
    String absent = Client.randomId();
    return Answer.to(call.request(facade.base(), client, absent, absent)).join();
  }

  private static List<Call> forwarded() {
    return Stream.of(Call.values()).filter(call -> !call.needsKpi()).toList();
  }

  private static void saysThatUpstreamFails(Called called) {
    Answer answer = called.answer();
    boolean register = called.call() == Call.REGISTER_KPI || called.call() == Call.UNREGISTER_KPI;
    if (register && answer.status() == 501) {
      Expect.problem(answer, 501, "not-supported");
    } else if (answer.status() == 504) {
      Expect.problem(answer, 504, "upstream-too-slow");
    } else {
      called.tellsThatTheStoreFails();
    }
  }
}
