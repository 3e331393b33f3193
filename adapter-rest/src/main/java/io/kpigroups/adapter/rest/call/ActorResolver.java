package io.kpigroups.adapter.rest.call;

import io.kpigroups.adapter.rest.Authenticator;
import io.kpigroups.adapter.rest.BearerToken;
import io.kpigroups.adapter.rest.Caller;
import io.kpigroups.adapter.rest.http.Endpoint;
import io.kpigroups.adapter.rest.http.RequestContext;
import io.kpigroups.adapter.rest.problem.Problem.InputError;
import io.kpigroups.adapter.rest.problem.ProblemException;
import io.kpigroups.adapter.rest.problem.ProblemType;
import io.kpigroups.application.port.Deadline;
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

/**
 * Finds the actor of a request: who calls (401), in which account (400, 403), as which user (403).
 * Who calls too often is refused (429).
 */
@ApplicationScoped
public class ActorResolver {
  /** The header that names the account, as in the reference. */
  public static final String ACCOUNT_HEADER = "gtmhub-accountId";

  /** The reference sends no account with these. */
  private static final Set<Endpoint> WITHOUT_ACCOUNT =
      EnumSet.of(Endpoint.FAVORITE_GROUP, Endpoint.UNFAVORITE_GROUP);

  private final Authenticator authenticator;
  private final RateLimiter limiter;

  public ActorResolver(Authenticator authenticator, RateLimiter limiter) {
    this.authenticator = authenticator;
    this.limiter = limiter;
  }

  /** The actor of this request, found within the deadline. */
  public Actor resolve(RoutingContext http, Deadline deadline) {
    RequestContext request = RequestContext.of(http);
    BearerToken token = BearerToken.of(http.request().headers().getAll("Authorization"));
    // Counted before it is verified: a bad token that is sent again and again costs only a hash.
    limiter.countToken(token);
    Caller caller = authenticator.authenticate(token, deadline);
    if (caller instanceof Caller.Verified known) {
      request.setUser(known.user());
    }
    Optional<AccountId> named = namedAccount(http);
    request.setAccount(named);
    if (named.isEmpty() && !WITHOUT_ACCOUNT.contains(request.endpoint().orElseThrow())) {
      throw wrongAccount("The header gtmhub-accountId is needed: it names the account.");
    }
    if (!(caller instanceof Caller.Verified verified)) {
      return Actor.delegated(named);
    }
    AccountId account = named.orElseGet(() -> onlyAccount(verified));
    request.setAccount(Optional.of(account));
    Actor actor = member(verified, account);
    // Counted only for members, so that nobody can use up the requests of another account.
    limiter.countAccount(account);
    return actor;
  }

  private static Actor member(Caller.Verified caller, AccountId account) {
    if (!caller.accounts().contains(account)) {
      throw new ProblemException(ProblemType.ACCOUNT_FORBIDDEN);
    }
    UserId user = caller.user().orElseThrow(() -> new ProblemException(ProblemType.NO_USER));
    return Actor.of(account, user, caller.permissions());
  }

  private static Optional<AccountId> namedAccount(RoutingContext http) {
    List<String> values = http.request().headers().getAll(ACCOUNT_HEADER);
    if (values.size() > 1) {
      throw wrongAccount("The header gtmhub-accountId must be sent once.");
    }
    try {
      return values.isEmpty() ? Optional.empty() : Optional.of(new AccountId(values.get(0)));
    } catch (InvalidInput e) {
      throw wrongAccount(e.getMessage());
    }
  }

  /** Without the header, the token's only account. */
  private static AccountId onlyAccount(Caller.Verified caller) {
    if (caller.accounts().size() > 1) {
      throw wrongAccount("The token has several accounts: the header gtmhub-accountId is needed.");
    }
    return caller.accounts().stream()
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.ACCOUNT_FORBIDDEN, "The token may not act in any account."));
  }

  /** If upstream says that something is missing, it can only be the account that was not named. */
  static RuntimeException explain(InvalidInput refusal, RequestContext request) {
    return request.account().isEmpty() ? wrongAccount(refusal.getMessage()) : refusal;
  }

  private static ProblemException wrongAccount(String message) {
    return ProblemException.invalid(List.of(new InputError("header", ACCOUNT_HEADER, message)));
  }
}
