package io.kpigroups.adapter.rest;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.application.port.RateLimited;
import io.kpigroups.domain.access.Actor;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.UserId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That it is the token that is counted, however it is written. */
class TokenCountTest {
  private static final Actor ANN = Actor.of(new AccountId("a1"), new UserId("ann"), Set.of());

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
  void whatIsNoTokenIsLeftToWhoeverAsksForOne() {
    for (int i = 0; i < 2; i++) {
      assertThatCode(() -> admit("Basic YTpi")).doesNotThrowAnyException();
      assertThatCode(() -> admit("Bearer")).doesNotThrowAnyException();
    }
  }

  private void admit(String header) {
    WebServer.during(
        Line.head("GET /", "Authorization: " + header), http -> limiter.admit(http, () -> ANN));
  }
}
