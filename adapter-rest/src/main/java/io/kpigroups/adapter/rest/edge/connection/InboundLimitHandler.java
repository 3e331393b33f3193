package io.kpigroups.adapter.rest.edge.connection;

import io.kpigroups.adapter.rest.problem.ProblemException;
import io.kpigroups.adapter.rest.problem.ProblemType;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ByteProcessor;
import io.vertx.core.http.impl.Http1xOrH2CHandler;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Limits what one connection may send before it is answered. All connections share one amount of
 * memory, a permit of the semaphore for each byte. The first bytes of each connection are free, so
 * that usual requests go on while others use up the rest. And the head of a request must be
 * complete in time.
 */
final class InboundLimitHandler extends ChannelInboundHandlerAdapter {
  /** Bytes that each connection may hold for free: more than the head of a usual request has. */
  static final int FREE_BYTES = 8 * 1024;

  /** Bytes counted for each header line besides its own, for the objects that it becomes. */
  static final int LINE_COST = 128;

  /** From the first byte of a head to its last. */
  static final Duration HEAD_TIMEOUT = Duration.ofSeconds(30);

  private static final String OVERLOADED =
      "Too many requests are on their way; nothing was done. Try again.";

  private static final String TOO_SLOW = "The head of the request did not arrive in time.";

  private final Semaphore memory;
  private final HttpProtocolHandler http =
      new HttpProtocolHandler(this::stopHeadTimer, this::release);

  private int held;
  private @Nullable Future<?> headTimer;

  InboundLimitHandler(Semaphore memory) {
    this.memory = memory;
  }

  /**
   * Where Vert.x would take HTTP/2 too (the management port), it waits for the first bytes to
   * decide. An empty line, which may precede a request (RFC 9112, section 2.2), makes it HTTP/1.
   */
  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    ctx.fireChannelActive();
    if (ctx.pipeline().get(Http1xOrH2CHandler.class) != null) {
      ctx.fireChannelRead(Unpooled.copiedBuffer(new byte[] {'\r', '\n'}));
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (!(message instanceof ByteBuf bytes) || !http.join(ctx.pipeline())) {
      ctx.fireChannelRead(message);
    } else if (http.isRefused()) {
      bytes.release();
    } else if (!http.isDiscarding() && !reserve(cost(bytes))) {
      bytes.release();
      http.refuse(new ProblemException(ProblemType.STORAGE_UNAVAILABLE, OVERLOADED));
    } else {
      if (!http.isReceiving() && bytes.forEachByte(ByteProcessor.FIND_NON_CRLF) >= 0) {
        startHeadTimer(ctx);
      }
      ctx.fireChannelRead(bytes);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    release();
    stopHeadTimer();
    ctx.fireChannelInactive();
  }

  private int cost(ByteBuf bytes) {
    int cost = bytes.readableBytes();
    for (int i = bytes.readerIndex(); i < bytes.writerIndex() && !http.isReceiving(); i++) {
      cost += bytes.getByte(i) == '\n' ? LINE_COST : 0;
    }
    return cost;
  }

  private boolean reserve(int bytes) {
    boolean reserved = memory.tryAcquire(charged(held + bytes) - charged(held));
    held += reserved ? bytes : 0;
    return reserved;
  }

  private void release() {
    memory.release(charged(held));
    held = 0;
  }

  private static int charged(int bytes) {
    return Math.max(0, bytes - FREE_BYTES);
  }

  private void startHeadTimer(ChannelHandlerContext ctx) {
    if (headTimer == null) {
      headTimer =
          ctx.executor()
              .schedule(
                  () -> http.refuse(new ProblemException(ProblemType.REQUEST_TIMEOUT, TOO_SLOW)),
                  HEAD_TIMEOUT.toSeconds(),
                  TimeUnit.SECONDS);
    }
  }

  private void stopHeadTimer() {
    if (headTimer != null) {
      headTimer.cancel(false);
      headTimer = null;
    }
  }
}
