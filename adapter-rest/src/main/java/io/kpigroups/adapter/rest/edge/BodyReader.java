package io.kpigroups.adapter.rest.edge;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import java.util.Objects;

/**
 * Takes in the body of a request, whatever its type. Vert.x's own {@code BodyHandler} parses forms,
 * which nobody asks for here, and fails for a GET that has one.
 */
final class BodyReader {
  private BodyReader() {}

  /** Lets the request go on when its body is there; fails it with 413 if that is too large. */
  static void read(RoutingContext http, int largest) {
    HttpServerRequest request = http.request();
    long announced =
        Long.parseLong(Objects.requireNonNullElse(request.getHeader("Content-Length"), "0"));
    if (announced > largest) {
      http.fail(413);
      return;
    }
    Buffer body = Buffer.buffer();
    request.handler(
        chunk -> {
          if (body.length() + chunk.length() <= largest) {
            body.appendBuffer(chunk);
          } else if (!http.failed()) {
            http.fail(413);
          }
        });
    request.endHandler(
        end -> {
          if (!http.failed()) {
            ((RoutingContextInternal) http).setBody(body);
            http.next();
          }
        });
    if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
      request.response().writeContinue();
    }
  }
}
