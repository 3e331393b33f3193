package io.kpigroups.adapter.rest.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The queue is as long as it can be served. */
class QueueLengthTest extends FullHouse {
  @Test
  void theQueueIsAsLongAsPlacesBecomeFreeInTime() {
    edge.timers.advance(Duration.ofSeconds(800));
    leaveAndTakeAllPlaces();
    int waiting = 0;
    while (waiting < PLACES && isQueued()) {
      waiting++;
    }

    // They were held for 725 seconds in the mean, so that in 175 seconds 36 become free.
    assertThat(waiting).isEqualTo(36);
  }

  @Test
  void itIsLongAgainWhenPlacesAreHeldForAShortTimeOnly() {
    edge.timers.advance(Duration.ofSeconds(800));
    leaveAndTakeAllPlaces();
    leaveAndTakeAllPlaces();

    queue(50);
  }

  @Test
  void whatWasSlowOnceIsForgottenWhenNobodyIsAtWork() {
    edge.timers.advance(Duration.ofSeconds(899));
    for (int i = 0; i < PLACES; i++) {
      leave();
    }
    takeAllPlaces();

    queue(2 * PLACES);
  }

  @Test
  void inAQueueThatDoesNotEndThereAreOnlyShortWaits() {
    edge.timers.advance(Duration.ofSeconds(400));
    leaveAndTakeAllPlaces();
    queue();
    edge.timers.advance(Duration.ofSeconds(450));
    queue(40);
    edge.timers.advance(Duration.ofSeconds(449));
    letIn(1);
    queue();
    edge.timers.advance(Duration.ofSeconds(1));
    // Places are held for 370 seconds in the mean, so that the last of 42 would wait for 104.
    assertIsRefused();

    letIn(15);
    // For 481 seconds now: the last of 27 waits for 87, less than a tenth of its time.
    queue();

    letIn(27);
    queue(31);
  }
}
