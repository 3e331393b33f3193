package io.kpigroups.bootstrap.service.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Call;
import io.kpigroups.bootstrap.service.client.Caller;
import io.kpigroups.bootstrap.service.client.Caller.Called;
import io.kpigroups.bootstrap.service.client.Patience;
import io.kpigroups.bootstrap.service.client.Stopwatch;
import io.kpigroups.bootstrap.service.process.ServiceProcess;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What must hold of a service whose store fails, and of one whose store is back. */
public final class Watch {
  /**
   * The deadline of services whose store is going to fail, so short that a test can wait for it. A
   * busy machine may be later than that with an answer: nothing may be asserted to succeed at once.
   */
  public static final Duration DEADLINE = Duration.ofSeconds(2);

  private final ServiceProcess service;

  public Watch(ServiceProcess service) {
    this.service = service;
  }

  /** Every operation fails, and the service is alive but not ready. */
  public List<Called> theStoreFails(String how) {
    List<Called> answers = fail(how, new Caller(service.base()).sendAll());
    health("live").has(200);
    document().has(200);
    health("ready").has(503);
    return answers;
  }

  /** Each of these is answered, and the answer says that the store fails. */
  public List<Called> fail(String how, List<CompletableFuture<Called>> calls) {
    List<Called> answers = calls.stream().map(CompletableFuture::join).toList();
    print(how, answers);
    answers.forEach(Called::tellsThatTheStoreFails);
    return answers;
  }

  public static void print(String how, List<Called> answers) {
    System.out.printf(
        "%s: %d calls, slowest answer after %d ms, %d of unknown outcome%n",
        how,
        answers.size(),
        answers.stream().mapToLong(called -> called.answer().waited().toMillis()).max().orElse(0),
        answers.stream().filter(called -> called.answer().status() == 500).count());
  }

  /** The service comes back by itself, and then everything works. */
  public void theServiceRecovers() {
    theServiceRecovers(List.of(Call.values()));
  }

  /** The same of these operations, in this order. */
  public void theServiceRecovers(List<Call> calls) {
    Stopwatch watch = new Stopwatch();
    Patience.await().until(() -> health("ready").isSuccess());
    System.out.printf("Ready again after %d ms%n", watch.time().toMillis());
    Patience.await().untilAsserted(() -> everythingWorks(calls));
  }

  private void everythingWorks(List<Call> calls) {
    Caller caller = new Caller(service.base());
    for (Call call : calls) {
      Called called = caller.call(call);
      assertThat(called.answer().isSuccess()).as("%s", called).isTrue();
    }
  }

  public Answer document() {
    return Answer.get(URI.create(service.base() + "/q/openapi?format=json"));
  }

  public Answer health(String which) {
    return Answer.get(URI.create(service.health() + "/" + which));
  }
}
