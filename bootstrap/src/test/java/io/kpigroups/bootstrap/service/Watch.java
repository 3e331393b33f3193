package io.kpigroups.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kpigroups.bootstrap.service.Caller.Called;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What must hold of a service whose database fails, and of one whose database is back. */
final class Watch {
  static final Duration DEADLINE = Duration.ofSeconds(2);
  static final Duration IN_TIME = DEADLINE.plusMillis(500);

  /** With hundreds of requests at once, for which the test and the service share the machine. */
  static final Duration IN_TIME_UNDER_LOAD = DEADLINE.plusSeconds(1);

  static final Duration AT_ONCE = Duration.ofSeconds(1);
  private static final Duration RECOVERY = Duration.ofSeconds(30);

  private final ServiceProcess service;

  Watch(ServiceProcess service) {
    this.service = service;
  }

  /** Every operation fails in time, and the service is alive but not ready. */
  void theStoreFails(String how) {
    List<CompletableFuture<Called>> calls = new Caller(service.base()).sendAll();
    health("live").has(200).within(AT_ONCE);
    failWithin(IN_TIME, how, calls);
    health("ready").has(503).within(IN_TIME);
  }

  /** Each of these answers says in time that the store fails. */
  void failWithin(Duration time, String how, List<CompletableFuture<Called>> calls) {
    List<Called> answers = calls.stream().map(CompletableFuture::join).toList();
    System.out.printf(
        "%s: %d calls, slowest answer after %d ms, %d of unknown outcome%n",
        how,
        answers.size(),
        answers.stream().mapToLong(called -> called.answer().waited().toMillis()).max().orElse(0),
        answers.stream().filter(called -> called.answer().status() == 500).count());
    assertThat(answers).allSatisfy(Called::tellsThatTheStoreFails);
    assertThat(answers).allSatisfy(called -> called.answer().within(time));
  }

  /** The service comes back by itself, and then everything works. */
  void theServiceRecovers() {
    long start = System.nanoTime();
    await().atMost(RECOVERY).until(() -> health("ready").isSuccess());
    System.out.printf(
        "Ready again after %d ms%n", Duration.ofNanos(System.nanoTime() - start).toMillis());
    Caller caller = new Caller(service.base());
    assertThat(Arrays.stream(Call.values()).map(caller::call))
        .allSatisfy(called -> assertThat(called.answer().isSuccess()).as("%s", called).isTrue());
  }

  Answer document() {
    return Answer.get(URI.create(service.base() + "/q/openapi?format=json"));
  }

  Answer health(String which) {
    return Answer.get(URI.create(service.health() + "/" + which));
  }
}
