package io.kpigroups.adapter.rest.support;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;

/** A real HTTP server of Vert.x in this JVM, behind which there is what a test puts there. */
public final class WebServer implements AutoCloseable {
  /** One for all tests of this JVM: it keeps nothing of any of them. */
  public static final Vertx VERTX = Vertx.vertx();

  private final HttpServer server;

  public WebServer(Consumer<Router> routes) {
    this(routes, false);
  }

  /** With HTTP/2 in plain text beside HTTP/1, as Quarkus has it on the management port. */
  public WebServer(Consumer<Router> routes, boolean http2) {
    Router router = Router.router(VERTX);
    routes.accept(router);
    server =
        VERTX
            .createHttpServer(
                new HttpServerOptions()
                    .setHost("127.0.0.1")
                    .setPort(0)
                    .setMaxInitialLineLength(32_768)
                    .setHttp2ClearTextEnabled(http2))
            .requestHandler(router)
            .listen()
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  /** Opens a connection. */
  public Line line() {
    return new Line(server.actualPort());
  }

  /** What can be made of a request, while it is there. */
  public static <T> T during(String head, Function<RoutingContext, T> look) {
    CompletableFuture<T> seen = new CompletableFuture<>();
    Handler<RoutingContext> handler =
        http -> {
          try {
            seen.complete(look.apply(http));
          } catch (RuntimeException | Error e) {
            seen.completeExceptionally(e);
          }
          http.end();
        };
    try (WebServer server = new WebServer(router -> router.route().handler(handler));
        Line line = server.line()) {
      line.send(head).reply();
      return seen.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  @Override
  public void close() {
    server.close().toCompletionStage().toCompletableFuture().join();
  }
}
