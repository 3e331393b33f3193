package io.kpigroups.rival.vertx;

import io.kpigroups.adapter.sqlite.SqliteStorage;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/** Starts the server: PORT, DATABASE and PUBLIC_KEY in the environment say how. */
public final class Main {
  private static final Duration LOCK_WAIT = Duration.ofSeconds(5);

  private Main() {}

  public static void main(String[] args) throws Exception {
    int port = Integer.parseInt(setting("PORT"));
    Tokens tokens = Tokens.signedFor(Path.of(setting("PUBLIC_KEY")));
    // The store owns a folder and names the file in it by itself.
    Path folder = Objects.requireNonNull(Path.of(setting("DATABASE")).toAbsolutePath().getParent());
    SqliteStorage storage = SqliteStorage.open(folder, LOCK_WAIT);
    Vertx vertx = Vertx.vertx();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(vertx, storage)));
    Api api = new Api(tokens, new GroupCalls(storage), new MemberCalls(storage));
    vertx
        .deployVerticle(
            () -> new Server(api, port),
            new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors()))
        .onFailure(
            failure -> {
              System.err.println("Cannot listen on port " + port + ": " + failure.getMessage());
              System.exit(1);
            });
  }

  private static void stop(Vertx vertx, SqliteStorage storage) {
    vertx.close().toCompletionStage().toCompletableFuture().join();
    storage.close();
  }

  private static String setting(String name) {
    String value = System.getenv(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException("The environment variable " + name + " is missing.");
    }
    return value;
  }
}
