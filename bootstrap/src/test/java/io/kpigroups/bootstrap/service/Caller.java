package io.kpigroups.bootstrap.service;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Calls every operation, in an account of its own. */
final class Caller {
  private final URI base;
  private final Client client = Client.inNewAccount();
  private final String kpi = Client.randomId();
  private String group = Client.randomId();

  /** An answer to a call. */
  record Called(Call call, Answer answer) {
    void tellsThatTheStoreFails() {
      answer.tellsThatTheStoreFails(call.mayBeUnknown());
    }
  }

  Caller(URI base) {
    this.base = base;
  }

  /** Calls and waits; the group that is created is the one of the calls to come. */
  Called call(Call call) {
    Called called = send(call).join();
    if (call == Call.CREATE_GROUP && called.answer.isSuccess()) {
      group = called.answer.json("id");
    }
    return called;
  }

  /** Calls without waiting for the answer. */
  CompletableFuture<Called> send(Call call) {
    return Answer.to(call.request(base, client, group, kpi))
        .thenApply(answer -> new Called(call, answer));
  }

  /** Calls all operations at the same time. */
  List<CompletableFuture<Called>> sendAll() {
    return Arrays.stream(Call.values()).map(this::send).toList();
  }

  /** Calls one operation after the other over and over, until one does not succeed. */
  List<Called> callUntilOneFails(Runnable afterSuccess) {
    List<Called> answers = new ArrayList<>();
    while (true) {
      for (Call call : Call.values()) {
        Called called = call(call);
        answers.add(called);
        if (!called.answer.isSuccess()) {
          return answers;
        }
        afterSuccess.run();
      }
    }
  }
}
