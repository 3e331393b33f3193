package io.kpigroups.adapter.rest;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * A request in a version of HTTP other than 1.0 and 1.1, such as HTTP/2 with prior knowledge (RFC
 * 9113, section 3.3). Vert.x would answer in the version of the request, which is not spoken here.
 */
final class UnknownVersion {
  private UnknownVersion() {}

  static boolean isIn(HttpServerRequest request) {
    return request.version() == null;
  }

  /** Answers in HTTP/1.1, past Vert.x's encoder, and closes the connection. */
  static void refuse(HttpServerRequest request, Buffer problem) {
    if (request.isSSL()) {
      request.connection().close();
      return;
    }
    String head =
        "HTTP/1.1 505 HTTP Version Not Supported\r\nContent-Type: "
            + MediaTypes.PROBLEM
            + "\r\nContent-Length: "
            + problem.length()
            + "\r\nConnection: close\r\n\r\n";
    ((ConnectionBase) request.connection())
        .channel()
        .pipeline()
        .firstContext()
        .writeAndFlush(Unpooled.wrappedBuffer(Buffer.buffer(head).appendBuffer(problem).getBytes()))
        .addListener(ChannelFutureListener.CLOSE);
  }
}
