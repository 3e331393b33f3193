package io.kpigroups.adapter.rest;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.vertx.core.http.impl.Http1xOrH2CHandler;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where the bytes of one connection come in, before anybody asks who sends them. What all
 * connections have received and not answered takes up no more than a budget; the first bytes of
 * each are not counted, so that requests of the usual size go on even while somebody takes up the
 * rest. And the head of a request has a time by which it must be whole.
 */
final class Intake extends ChannelInboundHandlerAdapter {
  /** What every connection may have: more than the head of a usual request weighs. */
  static final int SMALL = 8 * 1024;

  /** What a line of a head takes up beside its bytes: a header field is several objects. */
  static final int LINE = 128;

  /** From the first byte of a head to its last. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  /** As long as the first line of HTTP/2's preface. */
  private static final int FIRST_LINE = "PRI * HTTP/2.0\r\n".length();

  private static final String CROWDED =
      "Too many requests are on their way; nothing was done. Try again.";

  private static final String SLOW = "The head of the request did not arrive in time.";

  private final Budget budget;
  private final Requests requests = new Requests(this::giveBack);
  private long received;
  private int first;
  private @Nullable Future<?> patience;

  Intake(Budget budget) {
    this.budget = budget;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (!(message instanceof ByteBuf bytes)) {
      ctx.fireChannelRead(message);
      return;
    }
    requests.join(ctx.pipeline());
    if (requests.isRefused()) {
      bytes.release();
    } else if (requests.isJoined() && !requests.isDiscarding() && !take(weight(bytes))) {
      bytes.release();
      requests.refuse(ctx, ProblemType.STORAGE_UNAVAILABLE, CROWDED);
    } else {
      long before = requests.count();
      boolean blank = isBlank(bytes);
      pass(ctx, bytes);
      if (requests.count() != before || requests.isReceiving()) {
        stopWatching();
      } else if (!blank) {
        watchHead(ctx);
      }
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    giveBack();
    stopWatching();
    ctx.fireChannelInactive();
  }

  /**
   * Where Vert.x takes HTTP/2 too (the management port), it puts the decoder of HTTP/1 there only
   * when it has seen by the first bytes that it is that; so those bytes go one by one.
   */
  private void pass(ChannelHandlerContext ctx, ByteBuf bytes) {
    while (isUndecided(ctx.pipeline()) && bytes.readableBytes() > 1 && first < FIRST_LINE) {
      first++;
      ctx.fireChannelRead(bytes.readRetainedSlice(1));
      requests.join(ctx.pipeline());
    }
    if (isUndecided(ctx.pipeline()) && ++first >= FIRST_LINE) {
      bytes.release();
      requests.refuse(ctx, ProblemType.HTTP_VERSION_NOT_SUPPORTED);
      return;
    }
    ctx.fireChannelRead(bytes);
  }

  private boolean isUndecided(ChannelPipeline pipeline) {
    return !requests.isJoined() && pipeline.get(Http1xOrH2CHandler.class) != null;
  }

  private long weight(ByteBuf bytes) {
    if (requests.isReceiving()) {
      return bytes.readableBytes();
    }
    int[] lines = new int[1];
    bytes.forEachByte(
        value -> {
          lines[0] += value == '\n' ? 1 : 0;
          return true;
        });
    return bytes.readableBytes() + (long) LINE * lines[0];
  }

  /** Old clients send a line break behind a body (RFC 9112, section 2.2). */
  private static boolean isBlank(ByteBuf bytes) {
    return bytes.forEachByte(value -> value == '\r' || value == '\n') < 0;
  }

  private boolean take(long weight) {
    if (!budget.take(counted(received + weight) - counted(received))) {
      return false;
    }
    received += weight;
    return true;
  }

  private void giveBack() {
    budget.giveBack(counted(received));
    received = 0;
  }

  private static long counted(long weight) {
    return Math.max(0, weight - SMALL);
  }

  /** A read of which nothing came, outside of a request, is a part of a head. */
  private void watchHead(ChannelHandlerContext ctx) {
    if (patience == null && requests.isJoined()) {
      patience =
          ctx.executor()
              .schedule(
                  () -> requests.refuse(ctx, ProblemType.REQUEST_TIMEOUT, SLOW),
                  PATIENCE.toMillis(),
                  TimeUnit.MILLISECONDS);
    }
  }

  private void stopWatching() {
    if (patience != null) {
      patience.cancel(false);
      patience = null;
    }
  }
}
