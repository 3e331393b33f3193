package io.kpigroups.bootstrap.service.ledger;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.client.Call;
import io.kpigroups.bootstrap.service.client.Caller.Called;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** Groups that a service was asked for and did not say that it made. */
public final class Creates {
  private final Queue<Called> failed = new ConcurrentLinkedQueue<>();

  /** Notes of these answers what must be looked at when all is over. */
  public void note(List<Called> answers) {
    answers.stream()
        .filter(called -> called.call() == Call.CREATE_GROUP && !called.answer().isSuccess())
        .forEach(failed::add);
  }

  /**
   * Asserts that none was made that was refused, and none twice: of one whose outcome is unknown
   * there may be one.
   *
   * @param contents what is stored when nobody can change it any more
   */
  public void assertHonest(Contents contents) {
    Map<String, Long> made =
        contents.groups().stream().collect(groupingBy(Contents.Group::name, counting()));
    Map<Boolean, List<Called>> byRefusal =
        failed.stream().collect(Collectors.partitioningBy(Called::isRefused));
    System.out.printf(
        "Creates refused: %d; of unknown outcome: %d, of which made: %d%n",
        byRefusal.get(true).size(),
        byRefusal.get(false).size(),
        byRefusal.get(false).stream().filter(called -> made.containsKey(called.name())).count());
    assertThat(byRefusal.get(true)).noneMatch(called -> made.containsKey(called.name()));
    assertThat(byRefusal.get(false)).allMatch(called -> made.getOrDefault(called.name(), 0L) <= 1);
  }
}
