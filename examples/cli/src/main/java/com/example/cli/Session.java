package com.example.cli;

import io.kpigroups.adapter.client.CallerToken;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.access.Actor;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Quarkus while a command talks to the service. */
@Singleton
final class Session implements QuarkusApplication {
  /** Quarkus makes the session itself, so it is handed what to do in this way. */
  private static @Nullable Job job;

  /** What a command does, and how it ended. */
  private static final class Job {
    private final Connection connection;
    private final ToIntFunction<Groups> work;
    private @Nullable RuntimeException failure;

    Job(Connection connection, ToIntFunction<Groups> work) {
      this.connection = connection;
      this.work = work;
    }
  }

  private final KpiGroupStorage storage;

  Session(@Identifier("upstream") KpiGroupStorage storage) {
    this.storage = storage;
  }

  /** Does the work with a connection, and returns its exit code. */
  static int run(Connection connection, ToIntFunction<Groups> work) {
    connection.settings().forEach(System::setProperty);
    // Quarkus reads .env and config/ there. A folder that somebody is in must not say where a token
    // goes through; files are still found from where the program was started.
    System.setProperty("user.dir", Path.of("").toAbsolutePath().getRoot().toString());
    Job begun = new Job(connection, work);
    job = begun;
    int[] exit = {Exit.BUG.code()};
    Quarkus.run(
        Session.class,
        (code, failure) -> {
          exit[0] = code;
          if (failure != null) {
            String why = String.valueOf(Failures.root(failure).getMessage());
            begun.failure =
                new CommandFailure(Exit.USAGE, "It cannot start: " + why.replaceAll("\\s+", " "));
          }
        });
    if (begun.failure != null) {
      throw begun.failure;
    }
    return exit[0];
  }

  private static Job job() {
    return Objects.requireNonNull(job);
  }

  @Override
  public int run(String... arguments) {
    try {
      return job().work.applyAsInt(new Groups(storage, job().connection::call));
    } catch (RuntimeException e) {
      job().failure = e;
      return Exit.BUG.code();
    }
  }

  /** The token of who called the program. */
  @Singleton
  static final class OwnToken implements CallerToken {
    @Override
    public String authorization(Actor actor) {
      return "Bearer " + job().connection.token();
    }
  }
}
