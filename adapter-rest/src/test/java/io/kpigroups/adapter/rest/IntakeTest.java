package io.kpigroups.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What connections may send before they have an answer. */
class IntakeTest {
  private static final String HEAD = "GET /x HTTP/1.1\r\nHost: here\r\n";
  private static final String LONG = HEAD + "A: " + "x".repeat(2 * Intake.SMALL);

  /** For the heads of three connections, but not of four. */
  private static final long MOST = 3L * 9_000;

  private final Budget budget = new Budget(MOST);
  private final List<EmbeddedChannel> channels = new ArrayList<>();

  @AfterEach
  void close() {
    channels.forEach(EmbeddedChannel::finishAndReleaseAll);
    assertThat(budget.taken()).as("all is given back").isZero();
  }

  @Test
  void allConnectionsTogetherHoldNoMoreThanTheBudget() {
    fill();
    for (int i = 0; i < 10; i++) {
      EmbeddedChannel crowded = connection(LONG);
      assertThat(said(crowded))
          .startsWith("HTTP/1.1 503 Service Unavailable\r\n")
          .contains("Retry-After: 1\r\n", "Connection: close\r\n", ":storage-unavailable\"");
      assertThat(crowded.isOpen()).isFalse();
      assertThat(budget.taken()).isLessThanOrEqualTo(MOST);
    }
  }

  @Test
  void aHeadOfManyShortLinesCountsForWhatItTakesUp() {
    String lines = HEAD + "a:\r\n".repeat(100);
    EmbeddedChannel channel = connection(lines);
    assertThat(budget.taken())
        .isEqualTo(lines.length() + 102L * Intake.LINE - Intake.SMALL)
        .isPositive();
    assertThat(said(channel)).isEmpty();
  }

  @Test
  void aRequestOfTheUsualSizeGoesOnMeanwhile() {
    fill();
    long taken = budget.taken();
    EmbeddedChannel usual = connection(HEAD + "Authorization: " + "t".repeat(2_000) + "\r\n\r\n");
    assertThat(passed(usual)).isPositive();
    answer(usual);
    assertThat(said(usual)).startsWith("HTTP/1.1 204 ");
    assertThat(budget.taken()).isEqualTo(taken);
  }

  @Test
  void whatWasTakenIsFreeOnceTheAnswerBegins() {
    EmbeddedChannel channel = connection(LONG + "\r\n\r\n");
    assertThat(budget.taken()).isPositive();
    channel.writeOutbound(
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
    assertThat(budget.taken()).as("to go on is no answer").isPositive();
    channel.writeOutbound(new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK));
    assertThat(budget.taken()).isZero();
    channel.writeOutbound(LastHttpContent.EMPTY_LAST_CONTENT);
    send(channel, LONG);
    assertThat(budget.taken()).isPositive();
  }

  @Test
  void whatWasTakenIsFreeOnceTheConnectionIsClosed() {
    fill();
    channels.forEach(EmbeddedChannel::close);
    assertThat(budget.taken()).isZero();
  }

  @Test
  void theRestOfABodyThatIsRefusedAlreadyCountsNoMore() {
    EmbeddedChannel channel =
        connection("POST /x HTTP/1.1\r\nHost: here\r\nContent-Length: 1000000\r\n\r\n");
    answer(channel);
    for (int i = 0; i < 100; i++) {
      send(channel, "x".repeat(10_000));
      assertThat(budget.taken()).isZero();
    }
    send(channel, LONG);
    assertThat(budget.taken()).as("the next request").isPositive();
  }

  @Test
  void aHeadThatTricklesInIsNotWaitedForForever() {
    EmbeddedChannel channel = connection("G");
    for (int i = 0; i < 6; i++) {
      assertThat(channel.isOpen()).isTrue();
      send(channel, "x");
      channel.advanceTimeBy(5, TimeUnit.SECONDS);
      channel.runScheduledPendingTasks();
    }
    assertThat(said(channel)).startsWith("HTTP/1.1 408 ").contains(":request-timeout\"");
    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void aHeadThatIsWholeInTimeIsWaitedForNoMore() {
    EmbeddedChannel channel = connection(HEAD);
    channel.advanceTimeBy(29, TimeUnit.SECONDS);
    channel.runScheduledPendingTasks();
    send(channel, "\r\n");
    channel.advanceTimeBy(1, TimeUnit.HOURS);
    channel.runScheduledPendingTasks();
    answer(channel);
    channel.advanceTimeBy(1, TimeUnit.HOURS);
    channel.runScheduledPendingTasks();
    assertThat(said(channel)).startsWith("HTTP/1.1 204 ");
    assertThat(channel.isOpen()).isTrue();
  }

  @Test
  void aLineBreakBehindARequestIsNotTakenForAHead() {
    EmbeddedChannel channel = connection(HEAD + "\r\n");
    send(channel, "\r\n");
    answer(channel);
    channel.advanceTimeBy(1, TimeUnit.HOURS);
    channel.runScheduledPendingTasks();
    assertThat(said(channel)).doesNotContain(" 408 ");
    assertThat(channel.isOpen()).isTrue();
  }

  @Test
  void aBodyIsNotTakenForAHead() {
    EmbeddedChannel channel =
        connection("POST /x HTTP/1.1\r\nHost: here\r\nContent-Length: 9\r\n\r\n");
    for (int i = 0; i < 9; i++) {
      channel.advanceTimeBy(29, TimeUnit.SECONDS);
      channel.runScheduledPendingTasks();
      send(channel, "x");
    }
    answer(channel);
    assertThat(said(channel)).startsWith("HTTP/1.1 204 ");
  }

  @Test
  void nobodyIsHungUpOnWhoseEarlierRequestIsNotAnsweredYet() {
    EmbeddedChannel channel = connection(HEAD + "\r\n");
    send(channel, HEAD);
    channel.advanceTimeBy(1, TimeUnit.MINUTES);
    channel.runScheduledPendingTasks();
    assertThat(said(channel)).isEmpty();
    answer(channel);
    assertThat(said(channel)).startsWith("HTTP/1.1 204 ").contains("HTTP/1.1 408 ");
    assertThat(channel.isOpen()).isFalse();
  }

  private void fill() {
    for (int i = 0; i < 3; i++) {
      assertThat(said(connection(LONG))).isEmpty();
    }
  }

  private EmbeddedChannel connection(String text) {
    EmbeddedChannel channel =
        new EmbeddedChannel(
            new Intake(budget),
            new HttpRequestDecoder(8_192, 24_576, 8_192),
            new HttpResponseEncoder());
    channel.freezeTime();
    channels.add(channel);
    send(channel, text);
    return channel;
  }

  private static void send(EmbeddedChannel channel, String text) {
    channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
  }

  private static void answer(EmbeddedChannel channel) {
    channel.writeOutbound(
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.NO_CONTENT));
  }

  private static int passed(EmbeddedChannel channel) {
    int parts = 0;
    for (Object part = channel.readInbound(); part != null; part = channel.readInbound()) {
      ReferenceCountUtil.release(part);
      parts++;
    }
    return parts;
  }

  private static String said(EmbeddedChannel channel) {
    StringBuilder text = new StringBuilder();
    for (ByteBuf part = channel.readOutbound(); part != null; part = channel.readOutbound()) {
      text.append(part.toString(StandardCharsets.UTF_8));
      part.release();
    }
    return text.toString();
  }
}
