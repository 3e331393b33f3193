package io.kpigroups.bootstrap.identity.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is taken for a key set of what a server may answer. */
class HttpKeyFetchTest {
  private static final Vertx VERTX = Vertx.vertx();

  private final KeyServer server = new KeyServer(Optional.empty(), "{\"keys\":[]}");

  @AfterEach
  void stop() {
    server.close();
  }

  @AfterAll
  static void stopVertx() {
    VERTX.close();
  }

  @Test
  void theBodyIsTheText() {
    server.answers(200, "größe");

    assertThat(text(Duration.ofMinutes(10))).isEqualTo("größe");
    assertThat(server.asked()).containsExactly("GET /keys?x=1");
  }

  @Test
  void redirectsAreNotFollowedAndErrorsAreNoKeys() {
    for (int status : new int[] {201, 302, 404, 500}) {
      server.answers(status, "");
      assertThatThrownBy(() -> text(Duration.ofMinutes(10))).hasMessageContaining("" + status);
    }
    assertThat(server.asked()).hasSize(4);
  }

  @Test
  void anAnswerIsTakenUpToItsBoundAndNoFurther() {
    server.answers(200, "x".repeat(KeySet.MAX_BYTES));
    assertThat(text(Duration.ofMinutes(10))).hasSize(KeySet.MAX_BYTES);

    server.answers(200, "x".repeat(KeySet.MAX_BYTES + 1));
    assertThatThrownBy(() -> text(Duration.ofMinutes(10))).hasStackTraceContaining("larger");
  }

  @Test
  void aServerThatHangsBeforeOrInItsAnswerIsGivenUp() {
    server.hangInTheBody();
    assertGivenUp();

    server.hangAtOnce();
    assertGivenUp();
  }

  private void assertGivenUp() {
    assertThatThrownBy(() -> text(Duration.ofMillis(100)))
        .hasCauseInstanceOf(TimeoutException.class);
  }

  @Test
  void aServerThatIsNotThereIsAFailureOfTheNetwork() {
    server.close();

    assertThatThrownBy(() -> text(Duration.ofMinutes(10))).hasCauseInstanceOf(IOException.class);
  }

  private String text(Duration longest) {
    URI address = URI.create(server.address("127.0.0.1") + "?x=1");
    return new HttpKeyFetch(address, VERTX, new HttpClientOptions(), Optional.empty(), longest)
        .get()
        .toCompletableFuture()
        .join();
  }
}
