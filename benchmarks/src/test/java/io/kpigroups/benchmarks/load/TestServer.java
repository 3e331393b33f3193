package io.kpigroups.benchmarks.load;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;

/** A server of a test, on a free port of the loopback address. */
public final class TestServer implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final HttpServer server;

  /** A server that answers by a function. */
  public TestServer(Consumer<HttpServerRequest> answer) {
    server =
        vertx
            .createHttpServer()
            .requestHandler(answer::accept)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  public int port() {
    return server.actualPort();
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
