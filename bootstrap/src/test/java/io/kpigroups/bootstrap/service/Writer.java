package io.kpigroups.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** Writes to a service until it is gone, and knows what was acknowledged. */
final class Writer {
  private static final List<Call> FOR_EACH_GROUP =
      List.of(Call.RENAME_GROUP, Call.ADD_KPI, Call.FAVORITE_GROUP);

  /** A write that the service has said to be done. */
  private record Acknowledged(Call call, String group) {}

  private final Client client = Client.inNewAccount();
  private final String kpi = Client.randomId();
  private final ConcurrentLinkedQueue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();

  /** Writes until the connection breaks; every acknowledged write is reported. */
  void writeUntilTheServiceIsGone(URI base, Runnable report) {
    try {
      write(base, Call.REGISTER_KPI, "", report);
      while (true) {
        String group = write(base, Call.CREATE_GROUP, "", report).json("id");
        for (Call call : FOR_EACH_GROUP) {
          write(base, call, group, report);
        }
      }
    } catch (CompletionException e) {
      assertThat(e).hasCauseInstanceOf(IOException.class);
    }
  }

  int acknowledgedWrites() {
    return acknowledged.size();
  }

  /** The acknowledged writes that this service does not have; to be asked once. */
  Stream<String> lost(URI base) {
    boolean registered = ask(base, Call.GET_KPI, "").isSuccess();
    // A KPI that is not registered can be taken out of those groups only that it is in.
    ask(base, Call.UNREGISTER_KPI, "");
    return acknowledged.stream()
        .filter(write -> !(write.call == Call.REGISTER_KPI ? registered : isThere(base, write)))
        .map(Acknowledged::toString);
  }

  private boolean isThere(URI base, Acknowledged write) {
    if (write.call == Call.ADD_KPI) {
      return ask(base, Call.REMOVE_KPI, write.group).isSuccess();
    }
    Answer group = ask(base, Call.GET_GROUP, write.group);
    return group.isSuccess()
        && switch (write.call) {
          case RENAME_GROUP -> Call.RENAME_GROUP.name().equals(group.json("name"));
          case FAVORITE_GROUP -> "true".equals(group.json("favorite"));
          default -> true;
        };
  }

  private Answer write(URI base, Call call, String group, Runnable report) {
    Answer answer = ask(base, call, group);
    assertThat(answer.isSuccess()).as("%s", answer).isTrue();
    acknowledged.add(new Acknowledged(call, call == Call.CREATE_GROUP ? answer.json("id") : group));
    report.run();
    return answer;
  }

  private Answer ask(URI base, Call call, String group) {
    return Answer.to(call.request(base, client, group, kpi)).join();
  }
}
