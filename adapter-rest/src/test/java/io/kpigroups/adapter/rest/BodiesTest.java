package io.kpigroups.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** That nobody can fill the memory with bodies. */
class BodiesTest {
  private static final String GROUPS = "/api/v1/kpis/groups";

  /** What is counted of a large body. */
  private static final int COUNTED = 60_000;

  private static final int LARGE = Bodies.SMALL + COUNTED;

  private final Behind behind = new Behind();
  private final Edge edge = new Edge(behind);
  private final List<Line> lines = new ArrayList<>();

  @AfterEach
  void close() {
    lines.forEach(Line::close);
    edge.close();
  }

  @Test
  void howeverManyConnectionsSendTheirBodiesTogetherTheyTakeUpNoMoreThanTheBound() {
    fill();
    for (int i = 0; i < 20; i++) {
      Line line = unfinished();
      Reply refused = line.reply().isProblem(ProblemType.STORAGE_UNAVAILABLE);
      assertThat(refused.header("Retry-After")).isEqualTo("1");
      assertThat(refused.header("Connection")).isEqualTo("close");
      assertThat(edge.bodies.taken()).isLessThanOrEqualTo(Edge.BODIES);
    }
    assertThat(behind.isIdle()).isTrue();
  }

  @Test
  void aRequestOfTheUsualSizeGoesOnMeanwhile() {
    fill();
    try (Line line = edge.line()) {
      line.send(post(Bodies.SMALL) + "x".repeat(Bodies.SMALL));
      Behind.answer(behind.next(), 204);
      line.reply().has(204);
      line.send(Line.head("GET " + GROUPS));
      Behind.answer(behind.next(), 204);
      line.reply().has(204);
    }
    assertThat(edge.bodies.taken()).isEqualTo(Edge.BODIES);
  }

  @Test
  void whatWasTakenIsFreeOnceItsSenderHangsUp() {
    fill();
    lines.forEach(Line::close);
    awaitTaken(0);
  }

  @Test
  void whatWasTakenIsFreeAtTheDeadline() {
    fill();
    edge.timers.advance(Edge.DEADLINE);
    lines.forEach(line -> line.reply().isProblem(ProblemType.REQUEST_TIMEOUT));
    awaitTaken(0);
  }

  @Test
  void whatWasTakenIsFreeOnceItIsAnswered() {
    for (int i = 0; i < 10; i++) {
      try (Line line = edge.line()) {
        line.send(post(LARGE) + "x".repeat(LARGE));
        Behind.answer(behind.next(), 204);
        line.reply().has(204);
      }
    }
    awaitTaken(0);
  }

  @Test
  void whatWasTakenIsFreeOnceItIsRefused() {
    for (int i = 0; i < 10; i++) {
      String head =
          Line.head(
              "POST " + GROUPS, "Content-Type: application/json", "Transfer-Encoding: chunked");
      edge.send(head + "10001\r\n" + "x".repeat(65_537) + "\r\n").has(413);
    }
    awaitTaken(0);
  }

  private void fill() {
    for (int i = 1; i <= 3; i++) {
      unfinished();
      awaitTaken(i * COUNTED);
    }
  }

  /** Sends a large body but for its last byte. */
  private Line unfinished() {
    Line line = edge.line();
    lines.add(line);
    return line.send(post(LARGE + 1) + "x".repeat(LARGE));
  }

  private static String post(int length) {
    return Line.head(
        "POST " + GROUPS, "Content-Type: application/json", "Content-Length: " + length);
  }

  private void awaitTaken(long bytes) {
    await().atMost(Duration.ofMinutes(2)).until(() -> edge.bodies.taken() == bytes);
  }
}
