package io.kpigroups.adapter.rest;

import io.kpigroups.adapter.rest.Authenticator.Unauthenticated;
import io.kpigroups.adapter.rest.Exchange.Phase;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.in.Operation;
import io.kpigroups.domain.AccountId;
import io.kpigroups.domain.Actor;
import io.kpigroups.domain.InvalidInput;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * What every operation does before its own work: see to the deadline, find out who calls (401), in
 * which account (400, 403), and as which user (403), all of it not too often (429).
 */
@ApplicationScoped
class Api {
  /** The header that names the account, as in the reference. */
  static final String ACCOUNT_HEADER = "gtmhub-accountId";

  private final Authenticator authenticator;
  private final RestSettings settings;
  private final Gate gate;
  private final CurrentVertxRequest current;
  private final RateLimiter limiter;

  Api(
      Authenticator authenticator,
      RestSettings settings,
      Gate gate,
      CurrentVertxRequest current,
      RateLimiter limiter) {
    this.limiter = limiter;
    this.authenticator = authenticator;
    this.settings = settings;
    this.gate = gate;
    this.current = current;
  }

  /** Does the work of an operation for the caller, within what is left of the deadline. */
  <T> RestResponse<T> serve(Operation operation, Function<ApiRequest, RestResponse<T>> work) {
    RoutingContext http = current.getCurrent();
    Exchange exchange = Exchange.of(http);
    try {
      exchange.startsWorking(operation);
      if (!exchange.advance(Phase.WAITING, Phase.WORKING)) {
        throw ApiProblem.of(ProblemType.STORAGE_UNAVAILABLE, "The request was given up.");
      }
      // The store gets a little less than the caller waits, so that its answer is still in time.
      Duration forWork = exchange.remaining(settings.deadline().multipliedBy(9).dividedBy(10));
      return Deadline.within(
          forWork,
          () -> {
            Actor actor = limiter.admit(http, () -> actor(http, operation));
            return work.apply(new ApiRequest(http, operation, actor));
          });
    } finally {
      gate.leave(exchange);
    }
  }

  private Actor actor(RoutingContext http, Operation operation) {
    List<String> tokens = http.request().headers().getAll("Authorization");
    if (tokens.size() > 1) {
      throw new Unauthenticated("The Authorization header must be sent once.");
    }
    Caller caller = authenticator.authenticate(tokens.stream().findFirst());
    AccountId account = namedAccount(http).orElseGet(() -> onlyAccount(operation, caller));
    if (!caller.accounts().contains(account)) {
      throw ApiProblem.of(
          ProblemType.ACCOUNT_FORBIDDEN, "The token may not act in the account of this request.");
    }
    return Actor.of(
        account,
        caller
            .user()
            .orElseThrow(
                () ->
                    ApiProblem.of(
                        ProblemType.NO_USER, "The token is valid but does not name a user.")),
        caller.permissions());
  }

  private static Optional<AccountId> namedAccount(RoutingContext http) {
    List<String> values = http.request().headers().getAll(ACCOUNT_HEADER);
    if (values.size() > 1) {
      throw wrongAccount("The header gtmhub-accountId must be sent once.");
    }
    try {
      return values.stream().findFirst().map(AccountId::new);
    } catch (InvalidInput e) {
      throw wrongAccount(e.getMessage());
    }
  }

  /**
   * The reference sends no account with the two favorite operations; a token's only one is meant.
   */
  private static AccountId onlyAccount(Operation operation, Caller caller) {
    if (operation != Operation.FAVORITE_GROUP && operation != Operation.UNFAVORITE_GROUP) {
      throw wrongAccount("The header gtmhub-accountId is needed: it names the account.");
    }
    if (caller.accounts().size() > 1) {
      throw wrongAccount("The token has several accounts: the header gtmhub-accountId is needed.");
    }
    return caller.accounts().stream()
        .findFirst()
        .orElseThrow(
            () ->
                ApiProblem.of(
                    ProblemType.ACCOUNT_FORBIDDEN, "The token may not act in any account."));
  }

  private static ApiProblem wrongAccount(String message) {
    return ApiProblem.invalid(List.of(new Problem.InputError("header", ACCOUNT_HEADER, message)));
  }
}
