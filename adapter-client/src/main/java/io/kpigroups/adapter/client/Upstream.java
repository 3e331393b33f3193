package io.kpigroups.adapter.client;

import io.kpigroups.domain.AccountId;
import io.kpigroups.domain.Actor;
import io.kpigroups.domain.StorageUnavailable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The upstream API as its callers see it: with their token, in their account, and protected. */
@ApplicationScoped
class Upstream {

  /** One operation of the API. */
  @FunctionalInterface
  interface Operation {
    Uni<Response> send(UpstreamApi api, String token, @Nullable String account);
  }

  private static final String AWAY =
      "The upstream service cannot be reached, is too slow, or fails.";

  private static final String ELSEWHERE =
      "What answers has no list of KPI groups: is kpigroups.upstream.url the base of the API?";

  private static final int NOT_FOUND = 404;

  private final UpstreamApi api;
  private final CallerToken tokens;
  private final Protection protection;
  private final Duration patience;

  Upstream(Connection connection, UpstreamConfig config, CallerToken tokens) {
    this.api = connection.open();
    this.tokens = tokens;
    this.protection = new Protection(config);
    this.patience = config.readTimeout();
  }

  /**
   * Calls an operation that may be repeated, and repeats it where that may help.
   *
   * @return a success, or a refusal
   */
  Answer repeatable(Actor actor, Operation operation) {
    Supplier<Uni<Response>> call = call(actor, operation);
    return Failures.repeatable(() -> protection.repeatedly(() -> Attempt.make(call, patience)));
  }

  /**
   * Calls an operation that must not be repeated blindly.
   *
   * @return a success, or a refusal
   */
  Answer once(Actor actor, Operation operation) {
    Supplier<Uni<Response>> call = call(actor, operation);
    return Failures.once(() -> protection.once(() -> Attempt.make(call, patience)));
  }

  /**
   * Asks for a sign of life, without anybody's token: that upstream refuses is one.
   *
   * @throws StorageUnavailable if there is none
   */
  void ping() {
    try {
      Answer answer = Attempt.make(() -> api.listGroups(null, null, null, null, null), patience);
      if (answer.status() == NOT_FOUND) {
        throw new StorageUnavailable(ELSEWHERE, new IllegalStateException(ELSEWHERE));
      }
    } catch (CallFailed e) {
      if (e.kind() != CallFailed.Kind.TOO_OFTEN) {
        throw new StorageUnavailable(AWAY, e);
      }
    }
  }

  private Supplier<Uni<Response>> call(Actor actor, Operation operation) {
    String token = tokens.authorization(actor);
    String account = account(actor);
    return () -> operation.send(api, token, account);
  }

  private static @Nullable String account(Actor actor) {
    return actor instanceof Actor.Delegated delegated
        ? delegated.named().map(AccountId::value).orElse(null)
        : actor.account().value();
  }
}
