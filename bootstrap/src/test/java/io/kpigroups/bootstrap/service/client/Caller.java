package io.kpigroups.bootstrap.service.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Calls every operation, in an account of its own. */
public final class Caller {
  private final URI base;
  private final Client client = Client.inNewAccount();
  private final String kpi = Client.randomId();
  private String group = Client.randomId();

  /**
   * An answer to a call.
   *
   * @param name what was to be created or named so; nothing else is
   */
  public record Called(Call call, String name, Answer answer) {

    /** Whether the service says that it did nothing. */
    public boolean isRefused() {
      return answer.status() == 503 || answer.status() == 504 || answer.status() == 408;
    }

    /** Asserts that the answer says that the store does not work, and no more than that. */
    public void tellsThatTheStoreFails() {
      switch (answer.status()) {
        case 500 -> {
          assertThat(call.mayBeUnknown()).as(answer.question()).isTrue();
          Expect.problem(answer, 500, "outcome-unknown");
        }
        case 408 -> {
          // Of a machine so busy that a body is late, although it was sent with its head.
          assertThat(call.hasBody()).as(answer.question()).isTrue();
          Expect.problem(answer, 408, "request-timeout");
        }
        default -> Expect.problem(answer, 503, "storage-unavailable");
      }
      assertThat(answer.headerValue("Retry-After") != null).isEqualTo(answer.status() == 503);
      assertThat(answer.body()).doesNotContain("127.0.0.1", "Exception", "mongodb");
    }
  }

  public Caller(URI base) {
    this.base = base;
  }

  /** Calls and waits; the group that is created is the one of the calls to come. */
  public Called call(Call call) {
    Called called = send(call).join();
    if (call == Call.CREATE_GROUP && called.answer.isSuccess()) {
      group = called.answer.json("id");
    }
    return called;
  }

  /** Calls without waiting for the answer. */
  public CompletableFuture<Called> send(Call call) {
    String name = call + " " + Client.randomId();
    return Answer.to(call.request(base, client, group, kpi, name))
        .thenApply(answer -> new Called(call, name, answer));
  }

  /** Calls all operations at the same time. */
  public List<CompletableFuture<Called>> sendAll() {
    return Arrays.stream(Call.values()).map(this::send).toList();
  }

  /** So many calls at the same time, of all operations by turns. */
  public List<CompletableFuture<Called>> send(int calls) {
    return Stream.generate(this::sendAll).flatMap(List::stream).limit(calls).toList();
  }

  /**
   * Makes one of these calls after the other over and over, until it is over and one did not
   * succeed.
   *
   * @return those that did not succeed, the last of which was the last
   */
  public List<Called> callUntil(List<Call> calls, BooleanSupplier over, Runnable afterSuccess) {
    List<Called> failures = new ArrayList<>();
    while (true) {
      for (Call call : calls) {
        boolean wasOver = over.getAsBoolean();
        Called called = call(call);
        if (called.answer.isSuccess()) {
          afterSuccess.run();
        } else {
          failures.add(called);
          if (wasOver) {
            return failures;
          }
          break;
        }
      }
    }
  }
}
