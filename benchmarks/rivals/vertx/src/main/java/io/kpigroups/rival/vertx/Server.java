package io.kpigroups.rival.vertx;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** One event loop of the server. What waits for the store runs on a worker thread. */
final class Server extends AbstractVerticle {
  private static final Logger LOG = System.getLogger(Server.class.getName());

  private final Api api;
  private final int port;

  Server(Api api, int port) {
    this.api = api;
    this.port = port;
  }

  @Override
  public void start(Promise<Void> started) {
    vertx
        .createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(port))
        .requestHandler(this::handle)
        .listen()
        .<Void>mapEmpty()
        .onComplete(started);
  }

  private void handle(HttpServerRequest request) {
    HttpMethod method = request.method();
    if (method == HttpMethod.GET || method == HttpMethod.DELETE) {
      work(request, Buffer.buffer());
    } else {
      request.body().onSuccess(body -> work(request, body));
    }
  }

  private void work(HttpServerRequest request, Buffer body) {
    Future<Answer> answer =
        vertx.executeBlocking(() -> api.answer(Request.of(request, body)), false);
    answer
        .onSuccess(it -> send(it, request.response()))
        .onFailure(
            bug -> {
              LOG.log(Level.ERROR, "A request failed.", bug);
              request.response().setStatusCode(500).end();
            });
  }

  private static void send(Answer answer, HttpServerResponse response) {
    response.setStatusCode(answer.status());
    answer.headers().forEach(response::putHeader);
    if (answer.json().length > 0) {
      response.putHeader("Content-Type", "application/json");
    }
    response.end(Buffer.buffer(answer.json()));
  }
}
