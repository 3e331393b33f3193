package io.kpigroups.adapter.rest.edge.connection;

import static io.kpigroups.adapter.rest.edge.connection.TestConnection.HEAD;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How much connections may send before they have an answer. */
class InboundLimitHandlerTest {
  private static final String LONG = HEAD + "A: " + "x".repeat(2 * InboundLimitHandler.FREE_BYTES);
  private static final String BODY_OF_60_000 =
      "POST /x HTTP/1.1\r\nHost: here\r\nContent-Length: 60000\r\n\r\n";

  /** For the heads of three connections, but not of four. */
  private static final int MOST = 3 * 9_000;

  private final Semaphore memory = new Semaphore(MOST);
  private final List<TestConnection> connections = new ArrayList<>();

  @AfterEach
  void close() {
    connections.forEach(TestConnection::close);
    assertThat(taken()).as("all is given back").isZero();
  }

  @Test
  void allConnectionsTogetherHoldNoMoreThanTheMemory() {
    fill();
    for (int i = 0; i < 10; i++) {
      assertRefused(connection(LONG));
    }
  }

  @Test
  void aBodyCountsTooUntilItIsAnswered() {
    TestConnection small = connection(BODY_OF_60_000).send("x".repeat(20_000));
    assertThat(small.received()).isEmpty();
    assertThat(taken()).isPositive();
    assertRefused(connection(BODY_OF_60_000).send("x".repeat(30_000)));
    small.answer();
    assertThat(taken()).isLessThan(30_000);
  }

  @Test
  void aHeadOfManyShortLinesCountsForWhatItTakesUp() {
    String lines = HEAD + "a:\r\n".repeat(100);
    TestConnection connection = connection(lines);
    assertThat(taken())
        .isEqualTo(
            lines.length() + 102 * InboundLimitHandler.LINE_COST - InboundLimitHandler.FREE_BYTES)
        .isPositive();
    assertThat(connection.received()).isEmpty();
  }

  @Test
  void aRequestOfTheUsualSizeGoesOnMeanwhile() {
    fill();
    int taken = taken();
    TestConnection usual = connection(HEAD + "Authorization: " + "t".repeat(2_000) + "\r\n\r\n");
    assertThat(usual.passed()).isPositive();
    assertThat(usual.answer().received()).startsWith("HTTP/1.1 204 ");
    assertThat(taken()).isEqualTo(taken);
  }

  @Test
  void whatWasTakenIsFreeOnceTheAnswerBegins() {
    TestConnection connection = connection(LONG + "\r\n\r\n");
    assertThat(taken()).isPositive();
    connection.write(
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
    assertThat(taken()).as("to go on is no answer").isPositive();
    connection.write(new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK));
    assertThat(taken()).isZero();
    connection.write(LastHttpContent.EMPTY_LAST_CONTENT).send(LONG);
    assertThat(taken()).isPositive();
  }

  @Test
  void whatWasTakenIsFreeOnceTheConnectionIsClosed() {
    fill();
    connections.forEach(TestConnection::close);
    assertThat(taken()).isZero();
  }

  @Test
  void theRestOfABodyThatIsRefusedAlreadyCountsNoMore() {
    TestConnection connection =
        connection("POST /x HTTP/1.1\r\nHost: here\r\nContent-Length: 1000000\r\n\r\n").answer();
    for (int i = 0; i < 100; i++) {
      connection.send("x".repeat(10_000));
      assertThat(taken()).isZero();
    }
    connection.send(LONG);
    assertThat(taken()).as("the next request").isPositive();
  }

  private void fill() {
    for (int i = 0; i < 3; i++) {
      assertThat(connection(LONG).received()).isEmpty();
    }
  }

  private void assertRefused(TestConnection connection) {
    assertThat(connection.received())
        .startsWith("HTTP/1.1 503 Service Unavailable\r\n")
        .contains("Retry-After: 1\r\n", "Connection: close\r\n", ":storage-unavailable\"");
    assertThat(connection.isHungUp()).isTrue();
    assertThat(taken()).isLessThanOrEqualTo(MOST);
  }

  private TestConnection connection(String text) {
    TestConnection connection = new TestConnection(memory);
    connections.add(connection);
    return connection.send(text);
  }

  private int taken() {
    return MOST - memory.availablePermits();
  }
}
