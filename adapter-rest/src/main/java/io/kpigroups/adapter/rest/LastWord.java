package io.kpigroups.adapter.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.ssl.SslHandler;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The problem that is the last thing said on a connection, past the server. */
final class LastWord {
  /**
   * How long the other side may still send. Hung up on at once, it could lose the answer: what
   * arrives at a closed connection resets it.
   */
  private static final Duration LINGER = Duration.ofSeconds(5);

  /** The server as a whole, as in {@code OPTIONS *}. */
  private static final String NO_PATH = "*";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ChannelHandlerContext codec;
  private final ProblemType type;
  private final String detail;
  private final @Nullable HttpRequest request;

  /**
   * @param codec what is written there goes out as it is
   * @param request what is refused, as far as it is known
   */
  LastWord(
      ChannelHandlerContext codec, ProblemType type, String detail, @Nullable HttpRequest request) {
    this.codec = codec;
    this.type = type;
    this.detail = detail;
    this.request = request;
  }

  void say() {
    byte[] body = body();
    String fields =
        fields(body.length).entrySet().stream()
            .map(field -> field.getKey() + ": " + field.getValue() + "\r\n")
            .collect(Collectors.joining());
    String head =
        "HTTP/1.1 " + HttpResponseStatus.valueOf(type.status()) + "\r\n" + fields + "\r\n";
    codec
        .writeAndFlush(Unpooled.wrappedBuffer(head.getBytes(StandardCharsets.US_ASCII), body))
        .addListener(sent -> hangUp(codec.channel()));
  }

  private Map<String, String> fields(int length) {
    Map<String, String> fields = SecurityHeaders.ofData();
    fields.put("Cache-Control", "no-store");
    fields.put("Content-Type", MediaTypes.PROBLEM);
    fields.put("Content-Length", String.valueOf(length));
    fields.putAll(Problems.headers(type, false));
    fields.put("Connection", "close");
    return fields;
  }

  private byte[] body() {
    try {
      return JSON.writeValueAsBytes(
          new Problem(
              type.uri(), type.title(), type.status(), detail, path(), traceId(), List.of()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A problem cannot be written as JSON", e);
    }
  }

  private String path() {
    return request == null ? NO_PATH : request.uri().replaceFirst("\\?.*", "");
  }

  private String traceId() {
    return Exchange.traceIdOf(request == null ? null : request.headers().get("traceparent"));
  }

  private static void hangUp(Channel channel) {
    if (channel instanceof DuplexChannel duplex
        && channel.pipeline().get(SslHandler.class) == null) {
      channel.config().setAutoRead(true);
      duplex.shutdownOutput();
      channel.eventLoop().schedule(() -> channel.close(), LINGER.toMillis(), TimeUnit.MILLISECONDS);
    } else {
      channel.close();
    }
  }
}
