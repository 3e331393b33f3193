package io.kpigroups.adapter.rest.edge.connection;

import io.kpigroups.adapter.rest.http.RequestContext;
import io.kpigroups.adapter.rest.http.SecurityHeaders;
import io.kpigroups.adapter.rest.problem.Problem;
import io.kpigroups.adapter.rest.problem.ProblemException;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.vertx.core.json.Json;
import org.jspecify.annotations.Nullable;

/** An error response that we write ourselves before the connection is closed. */
final class Refusal {
  /** The server as a whole, as in {@code OPTIONS *}. */
  private static final String NO_PATH = "*";

  private Refusal() {}

  /**
   * @param request what is refused; null if its head is not complete
   */
  static FullHttpResponse response(ProblemException problem, @Nullable HttpRequest request) {
    String path = request == null ? NO_PATH : request.uri().replaceFirst("\\?.*", "");
    String parent = request == null ? null : request.headers().get("traceparent");
    Problem json = problem.body(path, RequestContext.traceIdOf(parent));
    ByteBuf body = Json.encodeToBuffer(json).getByteBuf();
    FullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(problem.type().status()), body);
    HttpHeaders headers = response.headers();
    SecurityHeaders.OF_REFUSALS.forEach(headers::set);
    problem.headers().forEach(headers::set);
    headers
        .set("Content-Type", Problem.MEDIA_TYPE)
        .set("Content-Length", body.readableBytes())
        .set("Connection", "close");
    return response;
  }
}
