package io.kpigroups.adapter.rest;

import io.kpigroups.adapter.rest.Authenticator.Unauthenticated;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.in.Operation;
import io.kpigroups.domain.access.Actor;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.UserId;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds out who calls (401), in which account (400, 403), and as which user (403). */
@ApplicationScoped
class Actors {
  /** The header that names the account, as in the reference. */
  static final String ACCOUNT_HEADER = "gtmhub-accountId";

  /** The operations with which the reference sends no account. */
  private static final Set<Operation> WITHOUT_ACCOUNT =
      EnumSet.of(Operation.FAVORITE_GROUP, Operation.UNFAVORITE_GROUP);

  private final Authenticator authenticator;

  Actors(Authenticator authenticator) {
    this.authenticator = authenticator;
  }

  /** On whose behalf the request asks for the operation, found out within the deadline. */
  Actor of(RoutingContext http, Operation operation, Deadline deadline) {
    List<String> tokens = http.request().headers().getAll("Authorization");
    if (tokens.size() > 1) {
      throw new Unauthenticated("The Authorization header must be sent once.");
    }
    Caller caller = authenticator.authenticate(tokens.stream().findFirst(), deadline);
    Exchange.of(http).isFrom(userOf(caller));
    Optional<AccountId> named = namedAccount(http);
    Exchange.of(http).isFor(named);
    if (named.isEmpty() && !WITHOUT_ACCOUNT.contains(operation)) {
      throw wrongAccount("The header gtmhub-accountId is needed: it names the account.");
    }
    if (caller instanceof Caller.Verified verified) {
      AccountId account = named.orElseGet(() -> onlyAccount(verified));
      Exchange.of(http).isFor(Optional.of(account));
      return actor(verified, account);
    }
    return Actor.delegated(named);
  }

  private static Optional<UserId> userOf(Caller caller) {
    return caller instanceof Caller.Verified verified ? verified.user() : Optional.empty();
  }

  private static Actor actor(Caller.Verified caller, AccountId account) {
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

  /** Where no account is named, the only one of the token is meant. */
  private static AccountId onlyAccount(Caller.Verified caller) {
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

  /** Where whoever decides misses something, it can only be the account that was not named. */
  static RuntimeException explain(InvalidInput refusal, Actor actor) {
    boolean unnamed = actor instanceof Actor.Delegated delegated && delegated.named().isEmpty();
    return unnamed ? wrongAccount(refusal.getMessage()) : refusal;
  }

  private static ApiProblem wrongAccount(String message) {
    return ApiProblem.invalid(List.of(new Problem.InputError("header", ACCOUNT_HEADER, message)));
  }
}
