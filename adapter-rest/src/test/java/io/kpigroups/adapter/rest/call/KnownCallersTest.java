package io.kpigroups.adapter.rest.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.rest.Authenticator;
import io.kpigroups.adapter.rest.Authenticator.Unauthenticated;
import io.kpigroups.adapter.rest.Caller;
import io.kpigroups.adapter.rest.http.RequestContext;
import io.kpigroups.adapter.rest.problem.ProblemException;
import io.kpigroups.adapter.rest.support.Calls;
import io.kpigroups.adapter.rest.support.Line;
import io.kpigroups.adapter.rest.support.WebServer;
import io.kpigroups.application.port.in.Operation;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.UserId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the exchange, and with it the log, knows of whoever calls. */
class KnownCallersTest {
  private static final AccountId A1 = new AccountId("a1");
  private static final AccountId A2 = new AccountId("a2");
  private static final Optional<UserId> ANN = Optional.of(new UserId("ann"));
  private static final Authenticator OF_A1 =
      (header, deadline) -> new Caller.Verified(ANN, Set.of(A1), Set.of());
  private static final String TOKEN = "Authorization: Bearer t";

  @Test
  void theExchangeKnowsWhomAndWhatTheTokenNamed() {
    RequestContext exchange = exchange(OF_A1, Operation.FAVORITE_GROUP, TOKEN);
    assertThat(exchange.user()).isEqualTo(ANN);
    assertThat(exchange.account()).as("the only one").contains(A1);

    RequestContext foreign = exchange(OF_A1, Operation.GET_GROUP, TOKEN, "gtmhub-accountId: a2");
    assertThat(foreign.account()).as("named although it may not act in it").contains(A2);

    RequestContext unverified =
        exchange(
            (header, deadline) -> new Caller.Unverified(),
            Operation.GET_GROUP,
            "gtmhub-accountId: a1");
    assertThat(unverified.user()).isEmpty();
  }

  @Test
  void nothingIsKnownOfWhoeverIsNotAuthenticated() {
    Authenticator nobody =
        (header, deadline) -> {
          throw new Unauthenticated("Expired.");
        };
    RequestContext exchange = exchange(nobody, Operation.GET_GROUP, TOKEN, "gtmhub-accountId: a1");

    assertThat(exchange.user()).isEmpty();
    assertThat(exchange.account()).isEmpty();
  }

  /** What is known of the request, however it ends. */
  private static RequestContext exchange(
      Authenticator authenticator, Operation operation, String... fields) {
    return WebServer.during(
        Line.head("GET /", fields),
        http -> {
          try {
            Calls.actors(authenticator, http, operation);
          } catch (ProblemException | Unauthenticated refusal) {
            assertThat(refusal).hasMessageContaining(".");
          }
          return RequestContext.of(http);
        });
  }
}
