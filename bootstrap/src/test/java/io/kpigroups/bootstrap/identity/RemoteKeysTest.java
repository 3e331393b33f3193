package io.kpigroups.bootstrap.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.kpigroups.adapter.rest.Authenticator.KeysUnavailable;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.bootstrap.identity.TestTokens.MovingClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemoteKeysTest {
  private static final PublicJsonWebKey OLD = TestTokens.ec("old");
  private static final PublicJsonWebKey NEW = TestTokens.ec("new");

  private final MovingClock clock = TestTokens.clock();
  private final AtomicInteger fetches = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch end = new CountDownLatch(1);
  private final HttpServer provider = server();
  private final RemoteKeys keys =
      new RemoteKeys(
          URI.create("http://127.0.0.1:" + provider.getAddress().getPort() + "/jwks"), clock);
  private volatile int status = 200;
  private volatile String body = TestTokens.jwks(OLD);
  private volatile boolean hangs;

  @BeforeEach
  void start() {
    provider.setExecutor(threads);
    provider.createContext(
        "/",
        exchange -> {
          fetches.incrementAndGet();
          if (hangs) {
            await(end);
          }
          byte[] answer = body.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Location", "/elsewhere");
          exchange.sendResponseHeaders(status, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    provider.start();
  }

  @AfterEach
  void stop() {
    end.countDown();
    provider.stop(0);
    threads.shutdownNow();
  }

  @Test
  void keysAreFetchedOnceAndWhenTheyAreNeeded() {
    assertThat(fetches).hasValue(0);

    assertThat(find("old")).containsExactly(OLD.getPublicKey());
    assertThat(find("old")).containsExactly(OLD.getPublicKey());

    assertThat(fetches).hasValue(1);
  }

  @Test
  void anUnknownKeyIdFetchesAgainAtMostOnceAMinute() {
    find("old");
    body = TestTokens.jwks(OLD, NEW);
    clock.move(Duration.ofSeconds(59));

    assertThat(find("new")).isEmpty();
    assertThat(fetches).hasValue(1);
    clock.move(Duration.ofSeconds(1));

    assertThat(find("new")).containsExactly(NEW.getPublicKey());
    assertThat(find("unknown")).isEmpty();
    assertThat(fetches).hasValue(2);
  }

  @Test
  void aWithdrawnKeyIsForgottenWithinAnHour() {
    find("old");
    body = TestTokens.jwks(NEW);
    clock.move(Duration.ofHours(1));

    assertThat(find("old")).isEmpty();
  }

  @Test
  void cachedKeysSurviveTheProvider() {
    find("old");
    provider.stop(0);
    clock.move(Duration.ofDays(2));

    assertThat(find("old")).containsExactly(OLD.getPublicKey());
    assertThatThrownBy(() -> find("new")).isInstanceOf(KeysUnavailable.class);
  }

  @Test
  void aProviderThatIsDownIsNoReasonToRefuseATokenAndIsTriedAgain() {
    status = 500;

    assertThatThrownBy(() -> find("old")).isInstanceOf(KeysUnavailable.class);
    assertThatThrownBy(() -> find("old")).isInstanceOf(KeysUnavailable.class);
    assertThat(fetches).hasValue(1);

    status = 200;
    clock.move(Duration.ofSeconds(1));
    assertThat(find("old")).containsExactly(OLD.getPublicKey());
  }

  @Test
  void answersThatHoldNoKeysAreNoKeys() {
    for (String wrong :
        List.of("", "<html>", "{\"keys\":[]}", "{\"keys\":7}", "{\"keys\":[7]}", "[]")) {
      body = wrong;
      clock.move(Duration.ofSeconds(1));

      assertThatThrownBy(() -> find("old")).isInstanceOf(KeysUnavailable.class);
    }
    assertThat(fetches).hasValue(6);
  }

  @Test
  void redirectsAreNotFollowed() {
    status = 302;

    assertThatThrownBy(() -> find("old")).isInstanceOf(KeysUnavailable.class);
    assertThat(fetches).hasValue(1);
  }

  @Test
  void aHangingProviderIsWaitedForWithinTheDeadline() {
    hangs = true;
    long begin = System.nanoTime();

    assertThatThrownBy(() -> Deadline.within(Duration.ofMillis(300), () -> find("old")))
        .isInstanceOf(KeysUnavailable.class);

    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMillis(1500));
  }

  private List<PublicKey> find(String keyId) {
    return keys.fitting("ES256", Optional.of(keyId));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static HttpServer server() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
