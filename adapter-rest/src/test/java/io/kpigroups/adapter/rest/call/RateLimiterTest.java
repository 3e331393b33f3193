package io.kpigroups.adapter.rest.call;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.adapter.rest.Authenticator;
import io.kpigroups.adapter.rest.Caller;
import io.kpigroups.adapter.rest.RateLimits;
import io.kpigroups.adapter.rest.support.Calls;
import io.kpigroups.adapter.rest.support.Line;
import io.kpigroups.adapter.rest.support.Reading;
import io.kpigroups.adapter.rest.support.VirtualTimers;
import io.kpigroups.adapter.rest.support.WebServer;
import io.kpigroups.application.port.RateLimited;
import io.kpigroups.application.port.in.Operation;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.UserId;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimiterTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static final Authenticator MEMBER_OF_BOTH =
      (header, deadline) ->
          new Caller.Verified(
              Optional.of(new UserId("ann")),
              Set.of(new AccountId("a1"), new AccountId("a2")),
              Set.of());

  private final VirtualTimers timers = new VirtualTimers();

  @Test
  void aMinutesRequestsMayComeAtOnceAndThenTheyComeEvenly() {
    RateLimiter limiter = perToken(3);
    times(3, () -> admit(limiter, "Bearer t"));
    assertRefused(limiter, "Bearer t", "There may be 3 requests a minute with this token.", 20);

    timers.advance(Duration.ofSeconds(19));
    assertRefused(limiter, "Bearer t", "There may be 3 requests a minute with this token.", 1);
    timers.advance(Duration.ofSeconds(1));
    admit(limiter, "Bearer t");
    assertRefused(limiter, "Bearer t", "There may be 3 requests a minute with this token.", 20);
  }

  @Test
  void aLongPauseGivesNoMoreThanAMinutesRequests() {
    RateLimiter limiter = perToken(3);
    timers.advance(MINUTE.multipliedBy(60));
    times(3, () -> admit(limiter, "Bearer t"));
    assertRefused(limiter, "Bearer t", "There may be 3 requests a minute with this token.", 20);

    timers.advance(MINUTE.multipliedBy(60));
    times(3, () -> admit(limiter, "Bearer t"));
    assertRefused(limiter, "Bearer t", "There may be 3 requests a minute with this token.", 20);
  }

  @Test
  void eachTokenHasItsOwn() {
    RateLimiter limiter = perToken(1);
    admit(limiter, "Bearer t");
    admit(limiter, "Bearer u");
    assertThatThrownBy(() -> admit(limiter, "Bearer u")).isInstanceOf(RateLimited.class);
  }

  /** A header may have white space in it; a signature can be written in many ways. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"alg\":1}",
        "{ \"alg\":1}",
        "{\n\"alg\":1}",
        "{\t\"alg\":1}",
        "{\r\n\"alg\":1}"
      })
  void aSignedTokenIsTheSameHoweverItsSignatureIsWritten(String header) {
    RateLimiter limiter = perToken(1);
    String signed =
        Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(UTF_8)) + ".e30.";
    admit(limiter, "Bearer " + signed + "QQ");
    for (String written : List.of("QQ", "QR", "QQ==", "Q,Q")) {
      assertThatThrownBy(() -> admit(limiter, "Bearer " + signed + written))
          .isInstanceOf(RateLimited.class);
    }
  }

  @Test
  void aTokenIsCountedBeforeItIsVerified() {
    RateLimiter limiter = perToken(1);
    Authenticator bad = (header, deadline) -> refuse("bad token");
    assertThatThrownBy(() -> admit(limiter, "Bearer bad", bad, "a1")).hasMessage("bad token");
    assertThatThrownBy(() -> admit(limiter, "Bearer bad", bad, "a1"))
        .isInstanceOf(RateLimited.class);
  }

  @Test
  void aRequestWithoutATokenIsLeftToWhoeverAsksForOne() {
    RateLimiter limiter = perToken(1);

    times(
        3,
        () ->
            assertThatThrownBy(() -> ask(limiter, MEMBER_OF_BOTH))
                .hasMessageContaining("Send a token"));
  }

  @Test
  void anAccountIsCountedForWhoeverMayActInItOnly() {
    RateLimiter limiter = new RateLimiter(new RateLimits(0, 2), timers);
    times(9, () -> assertThatThrownBy(() -> admit(limiter, "Bearer t", MEMBER_OF_BOTH, "a3")));
    admit(limiter, "Bearer t");
    admit(limiter, "Bearer u");
    assertRefused(limiter, "Bearer v", "There may be 2 requests a minute in this account.", 30);
    assertThatCode(() -> admit(limiter, "Bearer t", MEMBER_OF_BOTH, "a2"))
        .doesNotThrowAnyException();
  }

  @Test
  void whoeverIsJudgedElsewhereUsesUpNobodysAccount() {
    RateLimiter limiter = new RateLimiter(new RateLimits(0, 1), timers);
    times(3, () -> admit(limiter, "Bearer t", (header, deadline) -> new Caller.Unverified(), "a1"));
    admit(limiter, "Bearer t");
  }

  @Test
  void zeroIsNoLimit() {
    RateLimiter limiter = new RateLimiter(new RateLimits(0, 0), timers);
    times(20, () -> admit(limiter, "Bearer t"));
  }

  private RateLimiter perToken(int limit) {
    return new RateLimiter(new RateLimits(limit, 0), timers);
  }

  private static Caller refuse(String why) {
    throw new Authenticator.Unauthenticated(why);
  }

  private static void admit(RateLimiter limiter, String token) {
    admit(limiter, token, MEMBER_OF_BOTH, "a1");
  }

  private static void admit(
      RateLimiter limiter, String token, Authenticator authenticator, String account) {
    ask(limiter, authenticator, "Authorization: " + token, "gtmhub-accountId: " + account);
  }

  private static void ask(RateLimiter limiter, Authenticator authenticator, String... fields) {
    WebServer.during(
        Line.head("GET /", fields),
        http -> {
          Calls.asks(http, Operation.GET_GROUP);
          return new ActorResolver(authenticator, limiter).resolve(http, Reading.ANN.deadline());
        });
  }

  private static void assertRefused(
      RateLimiter limiter, String token, String message, int secondsToWait) {
    assertThatThrownBy(() -> admit(limiter, token))
        .isInstanceOfSatisfying(
            RateLimited.class,
            refusal -> {
              assertThat(refusal).hasMessage(message);
              assertThat(refusal.retryAfter()).contains(Duration.ofSeconds(secondsToWait));
            });
  }

  private static void times(int times, Runnable what) {
    for (int i = 0; i < times; i++) {
      what.run();
    }
  }
}
