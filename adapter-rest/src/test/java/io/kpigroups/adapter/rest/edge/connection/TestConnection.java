package io.kpigroups.adapter.rest.edge.connection;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A connection without a network, in a time of its own; the test is client and server. */
final class TestConnection implements AutoCloseable {
  static final String HEAD = "GET /x HTTP/1.1\r\nHost: here\r\n";

  private final EmbeddedChannel channel;

  TestConnection(Semaphore memory) {
    channel =
        new EmbeddedChannel(
            new InboundLimitHandler(memory),
            new HttpRequestDecoder(8_192, 24_576, 8_192),
            new HttpResponseEncoder());
    channel.freezeTime();
  }

  /** As a client sends it. */
  TestConnection send(String text) {
    channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
    return this;
  }

  /** As the server answers. */
  TestConnection answer() {
    return write(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.NO_CONTENT));
  }

  /** As the server writes a response or a part of one. */
  TestConnection write(Object part) {
    channel.writeOutbound(part);
    return this;
  }

  /** As the server writes while it reads: it flushes when it has read everything. */
  TestConnection queue(Object part) {
    channel.write(part);
    return this;
  }

  /** As Vert.x closes: once an empty write is done, which comes behind all others. */
  TestConnection queueClose() {
    channel.write(Unpooled.EMPTY_BUFFER).addListener(written -> channel.close());
    return this;
  }

  void flush() {
    channel.flush();
  }

  void pass(Duration time) {
    channel.advanceTimeBy(time.toMillis(), TimeUnit.MILLISECONDS);
    channel.runScheduledPendingTasks();
  }

  /** How many parts of requests have come through to the server. */
  int passed() {
    int parts = 0;
    for (Object part = channel.readInbound(); part != null; part = channel.readInbound()) {
      ReferenceCountUtil.release(part);
      parts++;
    }
    return parts;
  }

  /** What the client has received. */
  String received() {
    StringBuilder text = new StringBuilder();
    for (ByteBuf part = channel.readOutbound(); part != null; part = channel.readOutbound()) {
      text.append(part.toString(StandardCharsets.UTF_8));
      part.release();
    }
    return text.toString();
  }

  boolean isOpen() {
    return channel.isOpen();
  }

  /** Whether it is closed once the client has had its time to read. */
  boolean isHungUp() {
    pass(Duration.ofSeconds(5));
    return !isOpen();
  }

  @Override
  public void close() {
    channel.finishAndReleaseAll();
  }
}
