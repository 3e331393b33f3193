package io.kpigroups.adapter.rest.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.adapter.rest.Authenticator;
import io.kpigroups.adapter.rest.Authenticator.Unauthenticated;
import io.kpigroups.adapter.rest.Caller;
import io.kpigroups.adapter.rest.http.RequestContext;
import io.kpigroups.adapter.rest.problem.Problem;
import io.kpigroups.adapter.rest.problem.ProblemException;
import io.kpigroups.adapter.rest.problem.ProblemType;
import io.kpigroups.adapter.rest.support.Calls;
import io.kpigroups.adapter.rest.support.Line;
import io.kpigroups.adapter.rest.support.WebServer;
import io.kpigroups.application.port.in.Operation;
import io.kpigroups.domain.access.Actor;
import io.kpigroups.domain.access.Permission;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who calls, in which account: what is told first where several things are wrong. */
class ActorResolverTest {
  private static final AccountId A1 = new AccountId("a1");
  private static final AccountId A2 = new AccountId("a2");
  private static final Optional<UserId> ANN = Optional.of(new UserId("ann"));
  private static final Set<Permission> READ = Set.of(Permission.READ);
  private static final String TOKEN = "Authorization: Bearer t";

  @Test
  void aMemberOfTheNamedAccountActsInItWithThePermissionsOfTheToken() {
    Actor actor = ask(caller(ANN, A1, A2), Operation.GET_GROUP, TOKEN, "GTMHUB-ACCOUNTID: a2");

    assertThat(actor).isEqualTo(Actor.of(A2, new UserId("ann"), READ));
  }

  @Test
  void theAuthenticatorJudgesTheToken() {
    Authenticator echo =
        (header, deadline) -> {
          throw new Unauthenticated(header.value());
        };

    assertThatThrownBy(() -> ask(echo, Operation.GET_GROUP, TOKEN)).hasMessage("t");
    assertThatThrownBy(() -> ask(echo, Operation.GET_GROUP)).hasMessageContaining("Send a token");
  }

  @Test
  void twoTokensAreNone() {
    assertThatThrownBy(() -> ask(caller(ANN, A1), Operation.GET_GROUP, TOKEN, TOKEN))
        .isInstanceOf(Unauthenticated.class)
        .hasMessage("The Authorization header must be sent once.");
  }

  @Test
  void aBadTokenIsToldBeforeAMissingAccount() {
    Authenticator nobody =
        (header, deadline) -> {
          throw new Unauthenticated("Expired.");
        };

    assertThatThrownBy(() -> ask(nobody, Operation.GET_GROUP, TOKEN, "gtmhub-accountId: ?"))
        .isInstanceOf(Unauthenticated.class);
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void onlyTheFavoritesNeedNoAccountToBeNamed(Operation operation) {
    Authenticator ann = caller(ANN, A1);

    if (operation == Operation.FAVORITE_GROUP || operation == Operation.UNFAVORITE_GROUP) {
      assertThat(ask(ann, operation, TOKEN).account()).isEqualTo(A1);
    } else {
      assertWrongHeader(
          () -> ask(ann, operation, TOKEN),
          "The header gtmhub-accountId is needed: it names the account.");
    }
  }

  @Test
  void anAccountThatIsNotNamedMustBeTheOnlyOne() {
    assertWrongHeader(
        () -> ask(caller(ANN, A1, A2), Operation.FAVORITE_GROUP, TOKEN),
        "The token has several accounts: the header gtmhub-accountId is needed.");
    assertProblem(
        () -> ask(caller(ANN), Operation.FAVORITE_GROUP, TOKEN), ProblemType.ACCOUNT_FORBIDDEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"?", "", "a b", "a1, a2"})
  void aMalformedAccountIsWrongInput(String account) {
    for (Operation operation : List.of(Operation.GET_GROUP, Operation.FAVORITE_GROUP)) {
      assertProblem(
          () -> ask(caller(ANN, A1), operation, TOKEN, "gtmhub-accountId: " + account),
          ProblemType.INVALID_INPUT);
    }
  }

  @Test
  void anAccountMustBeNamedOnce() {
    String header = "gtmhub-accountId: a1";

    assertWrongHeader(
        () -> ask(caller(ANN, A1), Operation.GET_GROUP, TOKEN, header, header),
        "The header gtmhub-accountId must be sent once.");
  }

  @Test
  void anotherAccountIsForbiddenAlsoToATokenWithoutAUser() {
    for (Optional<UserId> user : List.of(ANN, Optional.<UserId>empty())) {
      assertProblem(
          () -> ask(caller(user, A1), Operation.GET_GROUP, TOKEN, "gtmhub-accountId: a2"),
          ProblemType.ACCOUNT_FORBIDDEN);
    }
  }

  @Test
  void aTokenWithoutAUserMayDoNothing() {
    assertProblem(
        () -> ask(caller(Optional.empty(), A1), Operation.GET_GROUP, TOKEN, "gtmhub-accountId: a1"),
        ProblemType.NO_USER);
  }

  @Test
  void whoeverIsJudgedElsewhereActsInTheAccountThatIsNamed() {
    Authenticator unverified = (header, deadline) -> new Caller.Unverified();

    assertThat(ask(unverified, Operation.GET_GROUP, TOKEN, "gtmhub-accountId: a1"))
        .isEqualTo(Actor.delegated(Optional.of(A1)));
    assertThat(ask(unverified, Operation.FAVORITE_GROUP, TOKEN))
        .isEqualTo(Actor.delegated(Optional.empty()));
    assertProblem(() -> ask(unverified, Operation.GET_GROUP, TOKEN), ProblemType.INVALID_INPUT);
  }

  @Test
  void whatTheJudgeElsewhereMissesCanOnlyBeTheAccountThatWasNotNamed() {
    InvalidInput refusal = new InvalidInput("An account is needed.");
    Authenticator elsewhere = (token, deadline) -> new Caller.Unverified();

    assertThat(explained(refusal, elsewhere, TOKEN))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem ->
                assertThat(problem.errors())
                    .containsExactly(
                        new Problem.InputError(
                            "header", "gtmhub-accountId", "An account is needed.")));
    assertThat(explained(refusal, elsewhere, TOKEN, "gtmhub-accountId: a1")).isSameAs(refusal);
    assertThat(explained(refusal, caller(ANN, A1), TOKEN)).isSameAs(refusal);
  }

  private static RuntimeException explained(
      InvalidInput refusal, Authenticator authenticator, String... fields) {
    return WebServer.during(
        Line.head("GET /", fields),
        http -> {
          Calls.actors(authenticator, http, Operation.FAVORITE_GROUP);
          return ActorResolver.explain(refusal, RequestContext.of(http));
        });
  }

  private static Authenticator caller(Optional<UserId> user, AccountId... accounts) {
    return (header, deadline) -> new Caller.Verified(user, Set.of(accounts), READ);
  }

  private static Actor ask(Authenticator authenticator, Operation operation, String... fields) {
    return WebServer.during(
        Line.head("GET /", fields), http -> Calls.actors(authenticator, http, operation));
  }

  private static void assertProblem(Runnable ask, ProblemType type) {
    assertThatThrownBy(ask::run)
        .isInstanceOfSatisfying(
            ProblemException.class, problem -> assertThat(problem.type()).isEqualTo(type));
  }

  private static void assertWrongHeader(Runnable ask, String message) {
    assertThatThrownBy(ask::run)
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.type()).isEqualTo(ProblemType.INVALID_INPUT);
              assertThat(problem.errors())
                  .containsExactly(new Problem.InputError("header", "gtmhub-accountId", message));
            });
  }
}
