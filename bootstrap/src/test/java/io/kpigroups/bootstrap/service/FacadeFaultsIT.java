package io.kpigroups.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kpigroups.bootstrap.service.Caller.Called;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The packaged service in front of an upstream that hangs, and then does not. */
@EnabledOnOs(OS.LINUX)
@Timeout(180)
class FacadeFaultsIT {
  private static final int CALLERS = 1_000;

  /** A service with as many threads as it may have, and what the JVM itself needs. */
  private static final long MOST_THREADS = 300;

  private static final long MOST_HEAP = 200L << 20;

  /**
   * A thousand connections are opened at once by the test, with which the service shares the CPU.
   */
  private static final Duration WITH_THE_WAY_THERE = Watch.DEADLINE.plusSeconds(4);

  private static ServiceProcess behind;
  private static ServiceProcess facade;

  @BeforeAll
  static void start() throws Exception {
    behind = ServiceProcess.start(EmbeddedService.settings());
    facade = ServiceProcess.start(settings());
  }

  private static Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(Tokens.settings());
    settings.put("kpigroups.store", "upstream");
    settings.put("kpigroups.upstream.url", behind.base() + Client.API);
    settings.put("kpigroups.deadline", Watch.DEADLINE.toMillis() + "ms");
    return settings;
  }

  @AfterAll
  static void stop() {
    facade.close();
    behind.close();
  }

  @Test
  void aThousandCallersOfAnUpstreamThatHangsAreAnsweredInTimeAndThenItRecoversByItself()
      throws Exception {
    Caller caller = new Caller(facade.base());
    assertThat(caller.call(Call.CREATE_GROUP).answer().isSuccess()).isTrue();
    warmUp(caller);
    behind.freeze();
    try {
      List<CompletableFuture<Called>> calls = atOnce(() -> caller.sendAll().stream());
      while (calls.stream().noneMatch(CompletableFuture::isDone)) {
        health("live").has(200).within(Watch.DEADLINE);
      }
      List<Called> answers = calls.stream().map(CompletableFuture::join).toList();
      System.out.printf(
          "%d calls of a frozen upstream: slowest answer after %d ms, statuses %s%n",
          answers.size(),
          answers.stream().mapToLong(called -> called.answer().waited().toMillis()).max().orElse(0),
          answers.stream().map(called -> called.answer().status()).sorted().distinct().toList());
      assertThat(answers)
          .allSatisfy(FacadeFaultsIT::saysThatUpstreamFails)
          .allSatisfy(called -> called.answer().within(WITH_THE_WAY_THERE));
      double longest = Metrics.of(facade).max("kpigroups_requests_seconds_max");
      System.out.printf("By the facade's own clock: longest %.3f s%n", longest);
      assertThat(longest).isLessThan(Watch.IN_TIME_UNDER_LOAD.toMillis() / 1_000.0);
      assertModest(facade.pid());
    } finally {
      behind.thaw();
    }
    await().until(() -> health("ready").isSuccess());
    await().until(() -> new Caller(facade.base()).call(Call.LIST_GROUPS).answer().isSuccess());
    Caller again = new Caller(facade.base());
    assertThat(Arrays.stream(Call.values()).filter(FacadeFaultsIT::isForwarded).map(again::call))
        .allSatisfy(called -> assertThat(called.answer().isSuccess()).as("%s", called).isTrue());
  }

  @Test
  void noTokenIsInTheLogWhateverHappens() throws Exception {
    Map<String, String> talkative = settings();
    talkative.put("quarkus.log.level", "DEBUG");
    try (ServiceProcess service = ServiceProcess.start(talkative)) {
      Client ann = Client.inNewAccount();
      send(service, Call.CREATE_GROUP, ann).has(201);
      send(service, Call.GET_GROUP, ann).has(404);
      Client stranger = Client.withToken(ann.token().replaceFirst("\\.[^.]*$", ".AAAA"), "a");
      send(service, Call.LIST_GROUPS, stranger).has(401);
      behind.freeze();
      try {
        send(service, Call.GET_GROUP, ann).has(504);
        send(service, Call.CREATE_GROUP, ann).has(500);
      } finally {
        behind.thaw();
      }
      String signature = ann.token().substring(ann.token().lastIndexOf('.') + 1);
      String claims = ann.token().split("\\.")[1];
      assertThat(service.said()).contains("DEBUG").doesNotContain(signature, claims);
    }
  }

  private static Answer send(ServiceProcess service, Call call, Client client) {
    String absent = Client.randomId();
    return Answer.to(call.request(service.base(), client, absent, absent)).join();
  }

  /**
   * A service that has just started is slow by itself, the more so where the test takes its share.
   */
  private static void warmUp(Caller caller) {
    for (int i = 0; i < 40; i++) {
      assertThat(Stream.generate(() -> caller.send(Call.LIST_KPIS)).limit(50).toList())
          .allSatisfy(call -> call.join().answer().has(200));
    }
  }

  private static List<CompletableFuture<Called>> atOnce(
      Supplier<Stream<CompletableFuture<Called>>> calls) {
    return Stream.generate(calls).flatMap(sent -> sent).limit(CALLERS).toList();
  }

  private static void assertModest(long pid) throws Exception {
    Vitals vitals = Vitals.of(pid);
    System.out.printf("Then: %s%n", vitals);
    assertThat(vitals.threads()).isLessThan(MOST_THREADS);
    assertThat(vitals.heap()).isLessThan(MOST_HEAP);
  }

  private static boolean isForwarded(Call call) {
    return switch (call) {
      case REGISTER_KPI, UNREGISTER_KPI, ADD_KPI, REMOVE_KPI, GET_KPI -> false;
      default -> true;
    };
  }

  private static void saysThatUpstreamFails(Called called) {
    Answer answer = called.answer();
    boolean register = called.call() == Call.REGISTER_KPI || called.call() == Call.UNREGISTER_KPI;
    if (register && answer.status() == 501) {
      return;
    }
    assertThat(answer.status()).as(answer.question()).isIn(500, 503, 504);
    assertThat(answer.json("type"))
        .as(answer.question())
        .isIn(
            "urn:kpi-groups:problem:outcome-unknown",
            "urn:kpi-groups:problem:storage-unavailable",
            "urn:kpi-groups:problem:upstream-too-slow");
    assertThat(answer.response().body()).doesNotContain("127.0.0.1", "Exception");
  }

  private static Answer health(String which) {
    return Answer.get(URI.create(facade.health() + "/" + which));
  }
}
