package io.kpigroups.adapter.rest.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.adapter.rest.Authenticator.Unauthenticated;
import io.kpigroups.adapter.rest.BearerToken;
import io.kpigroups.adapter.rest.RateLimits;
import io.kpigroups.adapter.rest.support.Calls;
import io.kpigroups.adapter.rest.support.Line;
import io.kpigroups.adapter.rest.support.Reading;
import io.kpigroups.adapter.rest.support.VirtualTimers;
import io.kpigroups.adapter.rest.support.WebServer;
import io.kpigroups.application.port.RateLimited;
import io.kpigroups.application.port.in.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That it is the token that is counted, however it is written. */
class TokenCountTest {
  private static final int MOST_KEYS = 10_000;

  private final RateLimiter limiter = new RateLimiter(new RateLimits(1, 0), new VirtualTimers());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bearer t",
        "bEARER   t",
        "BEARER t",
        "Bearer \t t",
        "Bearer\tt",
        "Bearer t  ",
        "  Bearer t"
      })
  void aTokenIsTheSameHoweverTheHeaderIsWritten(String header) {
    admit("Bearer t");

    assertThatThrownBy(() -> admit(header)).isInstanceOf(RateLimited.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"eyJ.e30.AB", "eyJ.e30.AA=", "eyJ.e30.A!A", "eyJ.e30."})
  void aSignedTokenIsTheSameHoweverItsSignatureIsWritten(String token) {
    admit("Bearer eyJ.e30.AA");

    assertThatThrownBy(() -> admit("Bearer " + token)).isInstanceOf(RateLimited.class);
  }

  @Test
  void tokensThatDifferHaveEachTheirOwn() {
    for (String token :
        new String[] {
          "t", "T", "eyJ.e30.A", "eyJ.e31.A", "v2.public.a", "v2.public.b", "a.b.c.d"
        }) {
      assertThatCode(() -> admit("Bearer " + token)).as(token).doesNotThrowAnyException();
    }
  }

  @Test
  void whatIsNoTokenIsNotCounted() {
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> admit("Basic YTpi")).isInstanceOf(Unauthenticated.class);
      assertThatThrownBy(() -> admit("Bearer")).isInstanceOf(Unauthenticated.class);
    }
  }

  @Test
  void eachOfManyTokensHasItsOwn() {
    for (int token = 0; token < MOST_KEYS; token++) {
      limiter.countToken(token(token));
    }
    for (int token = 0; token < MOST_KEYS; token++) {
      BearerToken again = token(token);
      assertThatThrownBy(() -> limiter.countToken(again)).isInstanceOf(RateLimited.class);
    }
  }

  @Test
  void moreTokensThanAreRememberedGiveSomeMoreNotLess() {
    RateLimiter two = new RateLimiter(new RateLimits(2, 0), new VirtualTimers());
    for (int token = 0; token < 3 * MOST_KEYS; token++) {
      two.countToken(token(token));
    }
    long forgotten = 0;
    for (int token = 0; token < 3 * MOST_KEYS; token++) {
      forgotten += takesTwo(two, token(token)) ? 1 : 0;
    }
    assertThat(forgotten).isGreaterThanOrEqualTo(2L * MOST_KEYS);
  }

  private static BearerToken token(int number) {
    return new BearerToken("t" + number);
  }

  private static boolean takesTwo(RateLimiter limiter, BearerToken token) {
    try {
      limiter.countToken(token);
      limiter.countToken(token);
      return true;
    } catch (RateLimited e) {
      return false;
    }
  }

  private void admit(String header) {
    WebServer.during(
        Line.head("GET /", "Authorization: " + header, "gtmhub-accountId: a1"),
        http -> {
          Calls.asks(http, Operation.GET_GROUP);
          return new ActorResolver((token, deadline) -> Calls.ANN, limiter)
              .resolve(http, Reading.ANN.deadline());
        });
  }
}
