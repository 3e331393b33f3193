package io.kpigroups.adapter.rest.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.rest.problem.ProblemType;
import io.kpigroups.adapter.rest.support.Line;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whoever would wait in vain is refused when it comes. */
class EarlyRefusalTest extends FullHouse {
  @Test
  void whoComesWhereNobodyLeavesIsRefusedOnceATurnCannotComeInTime() {
    queue();
    edge.timers.advance(Duration.ofSeconds(880));
    queue();
    edge.timers.advance(Duration.ofSeconds(10));

    assertIsRefused();
  }

  @Test
  void aRefusalWaitsForNoBodyAndLeavesNothingBehind() {
    queue();
    edge.timers.advance(Duration.ofSeconds(890));
    int before = edge.timers.given();
    Line line = send(HALF_A_POST);
    line.reply().isProblem(ProblemType.STORAGE_UNAVAILABLE);

    assertThat(edge.timers.given()).as("no deadline is watched").isEqualTo(before);
    assertThat(edge.observed.nextEnd().status()).isEqualTo(503);
    line.send("x".repeat(99) + Line.head("GET /api/v1/none"));
    line.reply().isProblem(ProblemType.PATH_NOT_FOUND);
  }

  @Test
  void whoseBodyComesWhenTheQueueIsLongIsRefusedThen() {
    Line line = send(HALF_A_POST);
    edge.observed.nextRoute();
    queue();
    edge.timers.advance(Duration.ofSeconds(890));
    line.send("x".repeat(99));

    line.reply().isProblem(ProblemType.STORAGE_UNAVAILABLE);
  }

  @Test
  void thatTheEventLoopIsBusyWithOthersDoesNotShortenTheQueue() {
    queue();
    queue();
    onEventLoop =
        () -> {
          leave();
          edge.timers.advance(Duration.ofSeconds(890));
          edge.admission.check();
        };
    send(Line.head("GET /")).reply().has(200);

    work();
    edge.timers.advance(Duration.ofSeconds(9));
    queue();
  }
}
