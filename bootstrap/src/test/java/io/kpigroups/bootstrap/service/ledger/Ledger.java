package io.kpigroups.bootstrap.service.ledger;

import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Call;
import io.kpigroups.bootstrap.service.client.Client;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Writes to an account of its own, one request after the other, and keeps the books: what was
 * acknowledged must be there, what was refused must not, and what got no answer may be there, but
 * whole. A group with a change in doubt is left alone, since the change may come yet.
 */
public final class Ledger {
  private static final int LIVE_GROUPS = 12;
  private static final List<Call> CHANGES =
      List.of(
          Call.CREATE_GROUP,
          Call.RENAME_GROUP,
          Call.RENAME_GROUP,
          Call.ADD_KPI,
          Call.ADD_KPI,
          Call.REMOVE_KPI,
          Call.FAVORITE_GROUP,
          Call.UNFAVORITE_GROUP,
          Call.DELETE_GROUP);

  /** What is known of a change after its answer, or the lack of one. */
  private enum Outcome {
    DONE,
    NOT_DONE,
    IN_DOUBT
  }

  private final Client client = Client.inNewAccount();
  private final List<String> kpis = Stream.generate(Client::randomId).limit(3).toList();
  private final Random random;
  private final Map<String, Known> groups = new LinkedHashMap<>();
  private final List<String> writable = new ArrayList<>();
  private final Set<String> createsInDoubt = new HashSet<>();
  private final List<String> surprises = new ArrayList<>();
  private int names;
  private volatile int acknowledged;
  private volatile int refused;
  private volatile int inDoubt;
  private boolean registered;

  public Ledger(Random random) {
    this.random = new Random(random.nextLong());
  }

  /** Makes one more change; {@code sent} hears of it while its answer is still to come. */
  public void write(URI base, Consumer<Call> sent) {
    if (!registered) {
      registered = kpis.stream().allMatch(kpi -> register(base, kpi));
    } else if (writable.isEmpty()) {
      change(base, Call.CREATE_GROUP, "", "", sent);
    } else {
      Call call = CHANGES.get(random.nextInt(CHANGES.size()));
      boolean enough = call == Call.CREATE_GROUP && writable.size() >= LIVE_GROUPS;
      String group = writable.get(random.nextInt(writable.size()));
      String kpi = kpis.get(random.nextInt(kpis.size()));
      change(base, enough ? Call.DELETE_GROUP : call, group, kpi, sent);
    }
  }

  /** Makes a group with every KPI in it, favorites it and deletes it, where nothing fails. */
  public void writeADeletedGroup(URI base) {
    if (!registered) {
      write(base, call -> {});
    }
    change(base, Call.CREATE_GROUP, "", "", call -> {});
    String group = writable.get(writable.size() - 1);
    kpis.forEach(kpi -> change(base, Call.ADD_KPI, group, kpi, call -> {}));
    change(base, Call.FAVORITE_GROUP, group, "", call -> {});
    change(base, Call.DELETE_GROUP, group, "", call -> {});
  }

  public int acknowledged() {
    return acknowledged;
  }

  public int refused() {
    return refused;
  }

  public int inDoubt() {
    return inDoubt;
  }

  public Client client() {
    return client;
  }

  /** The KPIs that are registered for sure. */
  public List<String> kpis() {
    return registered ? kpis : List.of();
  }

  /** The groups that were made for sure. */
  public Map<String, Known> groups() {
    return groups;
  }

  /** The names of groups that may have been made. */
  public Set<String> createsInDoubt() {
    return createsInDoubt;
  }

  /** Answers that no fault explains. */
  public List<String> surprises() {
    return surprises;
  }

  private boolean register(URI base, String kpi) {
    Answer answer = answer(Call.REGISTER_KPI, base, "", kpi, "A KPI", call -> {});
    return outcome(Call.REGISTER_KPI, answer) == Outcome.DONE;
  }

  private void change(URI base, Call call, String group, String kpi, Consumer<Call> sent) {
    String name = call + " " + names++;
    Answer answer = answer(call, base, group, kpi, name, sent);
    Outcome outcome = outcome(call, answer);
    if (call == Call.CREATE_GROUP) {
      noteNewGroup(outcome, answer, name);
    } else {
      noteChange(outcome, call, group, kpi, name);
    }
  }

  private void noteNewGroup(Outcome outcome, Answer answer, String name) {
    if (outcome == Outcome.DONE) {
      String group = answer.json("id");
      groups.put(group, new Known(name));
      writable.add(group);
    } else if (outcome == Outcome.IN_DOUBT) {
      createsInDoubt.add(name);
    }
  }

  private void noteChange(Outcome outcome, Call call, String group, String kpi, String name) {
    if (outcome == Outcome.DONE) {
      groups.get(group).apply(call, kpi, name);
    } else if (outcome == Outcome.IN_DOUBT) {
      groups.get(group).doubt(call, kpi, name);
    }
    if (outcome == Outcome.IN_DOUBT || !groups.get(group).mayBeThere()) {
      writable.remove(group);
    }
  }

  /** The answer, or one of status 0 where nobody listened, and -1 where the answer was lost. */
  private Answer answer(
      Call call, URI base, String group, String kpi, String name, Consumer<Call> sent) {
    CompletableFuture<Answer> answer =
        Answer.to(call.request(base, client, group, kpi, name))
            .exceptionally(failure -> noAnswer(call, failure));
    sent.accept(call);
    return answer.join();
  }

  private static Answer noAnswer(Call call, Throwable failure) {
    Throwable why = failure instanceof CompletionException ? failure.getCause() : failure;
    if (!(why instanceof IOException)) {
      throw new IllegalStateException(failure);
    }
    return new Answer(call + ": " + why, why instanceof ConnectException ? 0 : -1, null, null);
  }

  private Outcome outcome(Call call, Answer answer) {
    if (answer.status() > 0 && answer.isSuccess()) {
      acknowledged++;
      return Outcome.DONE;
    }
    // Late is the body of a change on a machine so busy that it does not come in time.
    boolean unavailable = answer.status() == 503 || (answer.status() == 408 && call.hasBody());
    boolean unknown = answer.status() == 500 && answer.json("type").endsWith(":outcome-unknown");
    if (answer.status() > 0 && !unavailable && !(unknown && call.mayBeUnknown())) {
      surprises.add(answer.question() + " " + answer.status() + " " + answer.response().body());
    }
    if (answer.status() == 0 || (unavailable && call.mayBeUnknown())) {
      refused++;
      return Outcome.NOT_DONE;
    }
    inDoubt++;
    return Outcome.IN_DOUBT;
  }
}
