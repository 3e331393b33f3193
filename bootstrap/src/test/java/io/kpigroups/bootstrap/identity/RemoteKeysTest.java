package io.kpigroups.bootstrap.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.adapter.rest.Authenticator.KeysUnavailable;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.bootstrap.identity.TestTokens.MovingClock;
import io.kpigroups.domain.StorageUnavailable;
import java.io.IOException;
import java.security.PublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RemoteKeysTest {
  private static final PublicJsonWebKey OLD = TestTokens.ec("old");
  private static final PublicJsonWebKey NEW = TestTokens.ec("new");

  /** How long each fetch was allowed to take. */
  private final List<Duration> fetches = new ArrayList<>();

  private final MovingClock clock = TestTokens.clock();
  private RemoteKeys.Provider provider = most -> TestTokens.jwks(OLD);
  private final RemoteKeys keys =
      new RemoteKeys(
          most -> {
            fetches.add(most);
            return provider.fetch(most);
          },
          clock);

  @Test
  void keysAreFetchedOnceAndWhenTheyAreNeeded() {
    assertThat(fetches).isEmpty();

    assertThat(find("old")).containsExactly(OLD.getPublicKey());
    assertThat(find("old")).containsExactly(OLD.getPublicKey());

    assertThat(fetches).hasSize(1);
  }

  @Test
  void anUnknownKeyIdFetchesAgainAtMostOnceAMinute() {
    find("old");
    provider = most -> TestTokens.jwks(OLD, NEW);
    clock.move(Duration.ofSeconds(59));

    assertThat(find("new")).isEmpty();
    assertThat(fetches).hasSize(1);
    clock.move(Duration.ofSeconds(1));

    assertThat(find("new")).containsExactly(NEW.getPublicKey());
    assertThat(find("unknown")).isEmpty();
    assertThat(fetches).hasSize(2);
  }

  @Test
  void aWithdrawnKeyIsForgottenWithinAnHour() {
    find("old");
    provider = most -> TestTokens.jwks(NEW);
    clock.move(Duration.ofHours(1).minusMillis(1));
    assertThat(find("old")).hasSize(1);
    clock.move(Duration.ofMillis(1));

    assertThat(find("old")).isEmpty();
  }

  @Test
  void cachedKeysSurviveTheProvider() {
    find("old");
    provider = RemoteKeysTest::down;
    clock.move(Duration.ofDays(2));

    assertThat(find("old")).containsExactly(OLD.getPublicKey());
    assertThatThrownBy(() -> find("new")).isInstanceOf(KeysUnavailable.class);
    assertThat(fetches).hasSize(2);
  }

  @Test
  void aProviderThatIsDownIsNoReasonToRefuseATokenAndIsTriedAgainInASecond() {
    provider = RemoteKeysTest::down;

    assertThatThrownBy(() -> find("old")).isInstanceOf(KeysUnavailable.class);
    clock.move(Duration.ofMillis(999));
    assertThatThrownBy(() -> find("old")).isInstanceOf(KeysUnavailable.class);
    assertThat(fetches).hasSize(1);

    provider = most -> TestTokens.jwks(OLD);
    clock.move(Duration.ofMillis(1));
    assertThat(find("old")).containsExactly(OLD.getPublicKey());
  }

  @Test
  void answersThatHoldNoKeysAreNoKeys() {
    for (String wrong :
        List.of("", "<html>", "{\"keys\":[]}", "{\"keys\":7}", "{\"keys\":[7]}", "[]")) {
      provider = most -> wrong;
      clock.move(Duration.ofSeconds(1));

      assertThatThrownBy(() -> find("old")).isInstanceOf(KeysUnavailable.class);
    }
    assertThat(fetches).hasSize(6);
  }

  @Test
  void aFetchMayTakeWhatIsLeftOfTheDeadlineAndAtMostTwoSeconds() {
    provider =
        most -> {
          throw new TimeoutException();
        };
    for (Duration time : List.of(Duration.ofMillis(300), Duration.ofHours(1))) {
      assertThatThrownBy(() -> findWithin(time)).isInstanceOf(KeysUnavailable.class);
      clock.move(Duration.ofSeconds(1));
    }
    assertThatThrownBy(() -> find("old")).isInstanceOf(KeysUnavailable.class);

    assertThat(fetches)
        .containsExactly(Duration.ofMillis(300), Duration.ofSeconds(2), Duration.ofSeconds(2));
  }

  @Test
  void nothingIsFetchedWhenTheTimeIsOver() {
    assertThatThrownBy(() -> findWithin(Duration.ZERO)).isInstanceOf(StorageUnavailable.class);
    assertThat(fetches).isEmpty();
  }

  @Test
  void theFetchOfAnotherIsWaitedForAsLongAsThereIsTimeAndNotRepeated() {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    provider =
        most -> {
          asked.countDown();
          answer.await();
          return TestTokens.jwks(OLD);
        };
    CompletableFuture<List<PublicKey>> first = CompletableFuture.supplyAsync(() -> find("old"));
    await(asked);

    assertThatThrownBy(() -> findWithin(Duration.ofMillis(20))).isInstanceOf(KeysUnavailable.class);

    answer.countDown();
    assertThat(first.join()).containsExactly(OLD.getPublicKey());
    assertThat(find("old")).containsExactly(OLD.getPublicKey());
    assertThat(fetches).hasSize(1);
  }

  @Test
  void whileAnotherRefreshesOldKeysTheyAreUsed() {
    find("old");
    clock.move(Duration.ofHours(1));
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    provider =
        most -> {
          asked.countDown();
          answer.await();
          return TestTokens.jwks(NEW);
        };
    CompletableFuture<List<PublicKey>> first = CompletableFuture.supplyAsync(() -> find("old"));
    await(asked);

    assertThat(find("old")).containsExactly(OLD.getPublicKey());

    answer.countDown();
    assertThat(first.join()).isEmpty();
  }

  @Test
  void whoIsInterruptedIsToldThatThereAreNoKeysAndStaysInterrupted() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> find("old")).isInstanceOf(KeysUnavailable.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private List<PublicKey> find(String keyId) {
    return keys.fitting("ES256", Optional.of(keyId));
  }

  /** With a deadline of a clock that stands still. */
  private List<PublicKey> findWithin(Duration time) {
    return Deadline.within(time, () -> 0, () -> find("old"));
  }

  private static String down(Duration most) throws IOException {
    throw new IOException("down");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
