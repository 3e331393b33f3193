package io.kpigroups.adapter.rest;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.nio.channels.ClosedChannelException;
import org.jspecify.annotations.Nullable;

/**
 * The requests of one connection and their answers, between the codec of HTTP/1 and the server. A
 * request of a version that is neither HTTP/1.0 nor HTTP/1.1 is refused before anything is done for
 * it: the server would do it, and answer in a version that it cannot speak.
 */
final class Requests extends ChannelDuplexHandler {
  private final Runnable answered;
  private @Nullable ChannelHandlerContext codec;
  private @Nullable HttpRequest current;
  private @Nullable LastWord refusal;
  private long count;
  private int owed;
  private boolean answering;
  private boolean discarding;
  private boolean over;

  /**
   * @param answered is told whenever an answer begins
   */
  Requests(Runnable answered) {
    this.answered = answered;
  }

  /** Takes its place once the codec has its own. */
  void join(ChannelPipeline pipeline) {
    if (codec != null) {
      return;
    }
    ChannelHandlerContext encoder = pipeline.context(HttpResponseEncoder.class);
    if (encoder != null) {
      codec = pipeline.context(HttpRequestDecoder.class);
      pipeline.addAfter(encoder.name(), null, this);
    }
  }

  boolean isJoined() {
    return codec != null;
  }

  /** How many parts of requests came. */
  long count() {
    return count;
  }

  /** Whether a request has its head and not its end. */
  boolean isReceiving() {
    return current != null;
  }

  /** Whether the rest of the request is of no use, since it has its answer. */
  boolean isDiscarding() {
    return discarding;
  }

  /** Whether nothing that comes counts any more. */
  boolean isRefused() {
    return refusal != null;
  }

  /** Refuses what is arriving, once all that came before it is answered; then hangs up. */
  void refuse(ChannelHandlerContext intake, ProblemType type, String detail) {
    if (refusal == null) {
      refusal = new LastWord(codec == null ? intake : codec, type, detail, current);
      speak();
    }
  }

  void refuse(ChannelHandlerContext intake, ProblemType type) {
    refuse(intake, type, type.meaning() + ".");
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (refusal != null) {
      ReferenceCountUtil.release(message);
      return;
    }
    count++;
    if (message instanceof HttpRequest request) {
      owed++;
      current = request;
      if (!isKnown(request.protocolVersion())) {
        refuse(ctx, ProblemType.HTTP_VERSION_NOT_SUPPORTED);
        ReferenceCountUtil.release(message);
        return;
      }
      declineHttp2(request);
    }
    if (message instanceof LastHttpContent) {
      current = null;
      discarding = false;
    }
    ctx.fireChannelRead(message);
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
    if (over) {
      ReferenceCountUtil.release(message);
      promise.tryFailure(new ClosedChannelException());
      return;
    }
    if (message instanceof HttpResponse response) {
      answering = response.status().codeClass() != HttpStatusClass.INFORMATIONAL;
      begin();
    }
    ctx.write(message, promise);
    if (answering && message instanceof LastHttpContent) {
      answering = false;
      owed--;
      speak();
    }
  }

  private void begin() {
    if (answering) {
      discarding = current != null && owed == 1;
      answered.run();
    }
  }

  private void speak() {
    int before = current == null ? owed : owed - 1;
    if (refusal != null && !over && !answering && before <= 0) {
      // What it holds until it is hung up on goes on to count.
      over = true;
      refusal.say();
    }
  }

  /** Whoever offers it and is answered in HTTP/1.1 goes on in that (RFC 9110, section 7.8). */
  private static void declineHttp2(HttpRequest request) {
    if (request.headers().containsValue(HttpHeaderNames.UPGRADE, "h2c", true)) {
      request.headers().remove(HttpHeaderNames.UPGRADE);
    }
  }

  private static boolean isKnown(HttpVersion version) {
    return version.equals(HttpVersion.HTTP_1_1) || version.equals(HttpVersion.HTTP_1_0);
  }
}
