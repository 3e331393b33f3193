package io.kpigroups.bootstrap.service.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Json;
import io.kpigroups.bootstrap.service.client.Service;
import io.kpigroups.bootstrap.service.client.User;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Swaps all KPIs of a group for others by one batch, over and over, as long as that is
 * acknowledged, and knows which KPIs may be in the group.
 */
public final class Swaps implements Runnable {
  private static final List<String> SOME = kpis("some");
  private static final List<String> OTHERS = kpis("other");

  private final User user;
  private final String group;
  private volatile int acknowledged;
  private volatile boolean isInDoubt;

  public Swaps(User user) {
    this.user = user;
    this.group = user.newGroup("Swapped");
  }

  @Override
  public void run() {
    while (!isInDoubt) {
      isInDoubt = true;
      Answer answer = swap(user);
      if (answer.isSuccess()) {
        acknowledged++;
        isInDoubt = false;
      }
    }
  }

  public int acknowledged() {
    return acknowledged;
  }

  /** Asserts that what the store holds is the group before or after the last batch, not between. */
  public void assertWhole(Contents contents) {
    Set<String> members =
        contents.members().stream()
            .filter(member -> member.group().equals(group))
            .map(Contents.Member::kpi)
            .collect(Collectors.toSet());
    System.out.printf("Batches: %d; the last one done: %s%n", acknowledged, members.equals(next()));
    assertThat(members).isIn(before(), isInDoubt ? next() : before());
  }

  /** Asserts that the last batch can be made again where it is in doubt. */
  public void assertRepeatable(Service restarted) {
    User again = restarted.user(user.client());
    Answer answer = swap(again).has(200);
    int all = List.of("added", "removed", "unchanged").stream().mapToInt(answer::path).sum();
    assertThat(all).isEqualTo(SOME.size() + OTHERS.size());
    assertThat(again.get("/kpis/groups/" + group + "/kpis").<List<String>>path("items.kpiId"))
        .containsExactlyInAnyOrderElementsOf(next());
  }

  private Answer swap(User by) {
    boolean even = acknowledged % 2 == 0;
    return by.post(
        "/kpis/groups/" + group + "/kpis/batch",
        Json.write(Map.of("add", even ? SOME : OTHERS, "remove", even ? OTHERS : SOME)));
  }

  private Set<String> before() {
    return acknowledged == 0 ? Set.of() : new HashSet<>(acknowledged % 2 == 0 ? OTHERS : SOME);
  }

  private Set<String> next() {
    return new HashSet<>(acknowledged % 2 == 0 ? SOME : OTHERS);
  }

  private static List<String> kpis(String name) {
    return IntStream.range(0, 500).mapToObj(i -> name + "-" + i).toList();
  }
}
