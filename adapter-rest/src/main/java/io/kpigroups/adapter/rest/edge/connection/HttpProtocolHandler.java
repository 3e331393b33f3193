package io.kpigroups.adapter.rest.edge.connection;

import io.kpigroups.adapter.rest.problem.ProblemException;
import io.kpigroups.adapter.rest.problem.ProblemType;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Follows the requests and responses of one connection, between the codec of HTTP/1 and the server.
 * It refuses HTTP versions that the server accepts but cannot answer (another version of HTTP), and
 * closes the connection behind a response that says {@code Connection: close}.
 */
final class HttpProtocolHandler extends ChannelDuplexHandler {
  private static final Set<HttpVersion> VERSIONS =
      Set.of(HttpVersion.HTTP_1_0, HttpVersion.HTTP_1_1);

  /**
   * How long the client may go on sending. Data that arrives at a closed connection resets it, and
   * the client could lose the response.
   */
  private static final Duration LINGER = Duration.ofSeconds(5);

  private final Runnable onHead;
  private final Runnable onResponse;
  private @Nullable ChannelHandlerContext context;
  private @Nullable HttpRequest current;
  private @Nullable FullHttpResponse refusal;
  private int unanswered;
  private boolean answering;
  private boolean last;
  private boolean closing;

  /**
   * @param onHead is run when the head of a request is complete
   * @param onResponse is run when a response begins
   */
  HttpProtocolHandler(Runnable onHead, Runnable onResponse) {
    this.onHead = onHead;
    this.onResponse = onResponse;
  }

  /**
   * Enters the pipeline behind the codec; false if there is none yet, as before a TLS handshake.
   */
  boolean join(ChannelPipeline pipeline) {
    if (context == null) {
      ChannelHandlerContext encoder = pipeline.context(HttpResponseEncoder.class);
      if (encoder != null) {
        pipeline.addAfter(encoder.name(), null, this);
      }
    }
    return context != null;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    context = ctx;
  }

  /** Whether the head of a request has come, but not yet its end. */
  boolean isReceiving() {
    return current != null;
  }

  /** Whether the rest of the current request is of no use, because it is answered already. */
  boolean isDiscarding() {
    return current != null && (unanswered == 0 || (unanswered == 1 && answering));
  }

  /** Whether nothing is read any more. */
  boolean isRefused() {
    return refusal != null || closing;
  }

  /** Refuses what is arriving, once all requests before it are answered, and then closes. */
  void refuse(ProblemException problem) {
    if (!isRefused()) {
      refusal = Refusal.response(problem, current);
      sendRefusal();
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (isRefused()) {
      ReferenceCountUtil.release(message);
      return;
    }
    if (message instanceof HttpRequest request) {
      onHead.run();
      unanswered++;
      current = request;
      if (!VERSIONS.contains(request.protocolVersion())) {
        refuse(new ProblemException(ProblemType.HTTP_VERSION_NOT_SUPPORTED));
        ReferenceCountUtil.release(message);
        return;
      }
      // Clients that offer HTTP/2 go on in HTTP/1.1 if it is declined (RFC 9110, section 7.8).
      if (request.headers().containsValue(HttpHeaderNames.UPGRADE, "h2c", true)) {
        request.headers().remove(HttpHeaderNames.UPGRADE);
      }
    }
    if (message instanceof LastHttpContent) {
      current = null;
    }
    ctx.fireChannelRead(message);
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
    if (closing) {
      writeBehindLast(ctx, message, promise);
      return;
    }
    if (message instanceof HttpResponse response) {
      begin(response);
    }
    ChannelPromise written = last ? promise.unvoid() : promise;
    ctx.write(message, written);
    if (answering && message instanceof LastHttpContent) {
      answering = false;
      unanswered--;
      if (last) {
        closeAfter(written);
      } else {
        sendRefusal();
      }
    }
  }

  /** Keeps only an empty write, in its place: Vert.x closes the connection once that is done. */
  private static void writeBehindLast(
      ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
    if (message instanceof ByteBuf bytes && !bytes.isReadable()) {
      ctx.write(message, promise);
    } else {
      ReferenceCountUtil.release(message);
      promise.tryFailure(new ClosedChannelException());
    }
  }

  private void begin(HttpResponse response) {
    answering = response.status().codeClass() != HttpStatusClass.INFORMATIONAL;
    if (answering) {
      HttpHeaders headers = response.headers();
      last = headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE, true);
      onResponse.run();
    }
  }

  private void sendRefusal() {
    int before = current == null ? unanswered : unanswered - 1;
    if (refusal != null && context != null && !closing && !answering && before <= 0) {
      closeAfter(context.writeAndFlush(refusal));
    }
  }

  /** Stops sending now, and closes fully after a while. */
  private void closeAfter(ChannelFuture response) {
    closing = true;
    Channel channel = response.channel();
    response.addListener(
        sent -> {
          channel.config().setAutoRead(true);
          if (channel instanceof DuplexChannel duplex
              && channel.pipeline().get(SslHandler.class) == null) {
            duplex.shutdownOutput();
          }
          Future<?> close =
              channel
                  .eventLoop()
                  .schedule(() -> channel.close(), LINGER.toSeconds(), TimeUnit.SECONDS);
          channel.closeFuture().addListener(closed -> close.cancel(false));
        });
  }
}
