package io.kpigroups.bootstrap.service.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Patience;
import io.kpigroups.bootstrap.service.client.Service;
import io.kpigroups.bootstrap.service.client.User;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Makes groups, each under a key of its own, as long as that is acknowledged. */
public final class KeyedCreates implements Runnable {
  private final User user;
  private final List<String> answers = new ArrayList<>();
  private volatile int acknowledged;

  public KeyedCreates(User user) {
    this.user = user;
  }

  @Override
  public void run() {
    for (Answer answer = create(user, 0); answer.isSuccess(); answer = create(user, acknowledged)) {
      answers.add(answer.body());
      acknowledged++;
    }
  }

  public int acknowledged() {
    return acknowledged;
  }

  /**
   * Asserts that each group is there once after everything was sent again, also what is in doubt.
   */
  public void assertMadeOnce(Service restarted, int deadlineSeconds) {
    User again = restarted.user(user.client());
    System.out.printf(
        "Groups made under keys: %d; the last one there before its request comes again: %s%n",
        acknowledged, again.walk("/kpis/groups").size() > acknowledged);
    for (int i = 0; i < acknowledged; i++) {
      assertThat(create(again, i).has(201).body()).isEqualTo(answers.get(i));
    }
    Patience.await().until(() -> isFinished(again, deadlineSeconds));
    create(again, acknowledged).has(201);
    assertThat(again.walk("/kpis/groups"))
        .extracting(group -> (String) group.get("name"))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(0, acknowledged).mapToObj(i -> "Group " + i).toList());
  }

  private boolean isFinished(User again, int deadlineSeconds) {
    Answer answer = create(again, acknowledged);
    if (answer.status() == 409) {
      assertThat(Integer.parseInt(String.valueOf(answer.headerValue("Retry-After"))))
          .isBetween(1, deadlineSeconds);
    }
    return answer.status() == 201;
  }

  private static Answer create(User by, int number) {
    return by.with("Idempotency-Key", "key " + number)
        .post("/kpis/groups", "{\"name\":\"Group " + number + "\"}");
  }
}
