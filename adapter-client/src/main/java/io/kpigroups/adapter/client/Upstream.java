package io.kpigroups.adapter.client;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.RateLimited;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.application.port.UpstreamFailure;
import io.kpigroups.application.port.UpstreamTooSlow;
import io.kpigroups.domain.access.Actor;
import io.kpigroups.domain.value.AccountId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The upstream API as its callers see it: with their token, in their account, and protected. */
@ApplicationScoped
class Upstream {
  private static final Logger LOG = Logger.getLogger(Upstream.class);

  /** One operation of the API. */
  @FunctionalInterface
  interface Operation {
    Uni<Response> send(UpstreamApi api, String token, @Nullable String account);
  }

  private static final String ELSEWHERE =
      "What answers has no list of KPI groups: is kpigroups.upstream.url the base of the API?";

  private static final int NOT_FOUND = 404;

  private final UpstreamApi api;
  private final CallerToken tokens;
  private final Protection protection;
  private final Duration patience;
  private final Duration fair;

  Upstream(
      Connection connection,
      UpstreamConfig config,
      CallerToken tokens,
      @ConfigProperty(name = "kpigroups.deadline") Optional<Duration> deadline) {
    this.api = connection.open();
    this.tokens = tokens;
    this.protection = new Protection(config);
    this.patience = config.readTimeout();
    this.fair = fair(patience, deadline);
  }

  /**
   * What a request leaves for its first call, where that is less than a call may take. A call that
   * had less than this says nothing about upstream when it is too slow.
   */
  private static Duration fair(Duration patience, Optional<Duration> deadline) {
    return deadline
        .map(time -> time.multipliedBy(4).dividedBy(5))
        .filter(most -> most.compareTo(patience) < 0)
        .orElse(patience);
  }

  /**
   * Calls an operation that may be repeated, and repeats it where that may help.
   *
   * @return a success, or a refusal, which {@link Answer#again} may explain
   */
  Answer repeatable(Call caller, Operation operation) {
    Supplier<Uni<Response>> call = call(caller.actor(), operation);
    Deadline deadline = caller.deadline();
    AtomicBoolean perhapsDone = new AtomicBoolean();
    Supplier<Answer> attempt =
        () -> {
          try {
            return attempt(call, timeLeft(deadline));
          } catch (CallFailed e) {
            if (e.mayBeDone()) {
              perhapsDone.set(true);
            }
            throw e;
          }
        };
    Answer answer = Failures.repeatable(() -> protection.repeatedly(attempt, deadline));
    return perhapsDone.get() ? answer.toAnotherTry() : answer;
  }

  /**
   * Calls an operation that must not be repeated blindly.
   *
   * @return a success, or a refusal
   */
  Answer once(Call caller, Operation operation) {
    Supplier<Uni<Response>> call = call(caller.actor(), operation);
    return Failures.once(() -> attempt(call, timeLeft(caller.deadline())));
  }

  /**
   * How long a call may take: exactly {@link #patience} where there is more, since less is no sign
   * that upstream hangs. It is asked before the call: that the time is over says nothing about
   * upstream.
   */
  private Duration timeLeft(Deadline deadline) {
    Duration left = deadline.remaining();
    return left.compareTo(patience) < 0 ? left : patience;
  }

  private Answer attempt(Supplier<Uni<Response>> call, Duration time) {
    return protection.once(() -> Attempt.make(call, time, fair));
  }

  /**
   * Asks for a sign of life, without anybody's token: that upstream refuses is one.
   *
   * @throws StorageUnavailable if there is none, or if there was no place for the question
   */
  void ping() {
    try {
      Answer answer =
          Failures.repeatable(
              () -> attempt(() -> api.listGroups(null, null, null, null, null), patience));
      if (answer.status() == NOT_FOUND) {
        throw new StorageUnavailable(ELSEWHERE, new IllegalStateException(ELSEWHERE));
      }
    } catch (UpstreamFailure | UpstreamTooSlow e) {
      throw new StorageUnavailable(e.getMessage(), e);
    } catch (RateLimited e) {
      LOG.debug("Upstream lives, and wants to be asked less often.", e);
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
