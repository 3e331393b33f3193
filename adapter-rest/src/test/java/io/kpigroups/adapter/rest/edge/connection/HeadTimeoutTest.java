package io.kpigroups.adapter.rest.edge.connection;

import static io.kpigroups.adapter.rest.edge.connection.TestConnection.HEAD;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How long the head of a request is waited for, and how a connection is closed. */
class HeadTimeoutTest {
  private final TestConnection connection = new TestConnection(new Semaphore(1_000_000));

  @AfterEach
  void close() {
    connection.close();
  }

  @Test
  void aHeadThatTricklesInIsNotWaitedForForever() {
    connection.send("G");
    for (int i = 0; i < 6; i++) {
      assertThat(connection.received()).isEmpty();
      connection.send("x");
      connection.pass(Duration.ofSeconds(5));
    }
    assertThat(connection.received()).startsWith("HTTP/1.1 408 ").contains(":request-timeout\"");
    assertThat(connection.isHungUp()).isTrue();
  }

  @Test
  void aHeadThatIsWholeInTimeIsWaitedForNoMore() {
    connection.send(HEAD);
    connection.pass(Duration.ofSeconds(29));
    connection.send("\r\n");
    connection.pass(Duration.ofHours(1));
    connection.answer();
    connection.pass(Duration.ofHours(1));
    assertThat(connection.received()).startsWith("HTTP/1.1 204 ");
    assertThat(connection.isOpen()).isTrue();
  }

  @Test
  void aLineBreakBehindARequestIsNotTakenForAHead() {
    connection.send(HEAD + "\r\n").send("\r\n").answer();
    connection.pass(Duration.ofHours(1));
    assertThat(connection.received()).doesNotContain(" 408 ");
    assertThat(connection.isOpen()).isTrue();
  }

  @Test
  void aBodyIsNotTakenForAHead() {
    connection.send("POST /x HTTP/1.1\r\nHost: here\r\nContent-Length: 9\r\n\r\n");
    for (int i = 0; i < 9; i++) {
      connection.pass(Duration.ofSeconds(29));
      connection.send("x");
    }
    assertThat(connection.answer().received()).startsWith("HTTP/1.1 204 ");
  }

  @Test
  void nobodyIsHungUpOnWhoseEarlierRequestIsNotAnsweredYet() {
    connection.send(HEAD + "\r\n").send(HEAD);
    connection.pass(Duration.ofMinutes(1));
    assertThat(connection.received()).isEmpty();
    connection.answer();
    assertThat(connection.received()).startsWith("HTTP/1.1 204 ").contains("HTTP/1.1 408 ");
    assertThat(connection.isHungUp()).isTrue();
  }

  @Test
  void aResponseThatSaysSoClosesTheConnectionLateEnoughToBeRead() {
    DefaultFullHttpResponse last =
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.BAD_REQUEST);
    last.headers().set("Connection", "close");
    connection.send(HEAD + "\r\n");
    assertThat(connection.passed()).isPositive();
    connection.write(last);
    assertThat(connection.received()).startsWith("HTTP/1.1 400 ");
    connection.send(HEAD + "\r\n");
    assertThat(connection.passed()).as("nothing more is done").isZero();
    connection.pass(Duration.ofSeconds(4));
    assertThat(connection.isOpen()).isTrue();
    assertThat(connection.isHungUp()).isTrue();
  }
}
