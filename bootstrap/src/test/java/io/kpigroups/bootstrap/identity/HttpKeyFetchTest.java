package io.kpigroups.bootstrap.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
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
  void theBodyIsTheText() throws IOException {
    server.answers(200, "größe");

    assertThat(fetch(Duration.ofMinutes(10)).text()).isEqualTo("größe");
    assertThat(server.asked()).containsExactly("GET /keys?x=1");
  }

  @Test
  void redirectsAreNotFollowedAndErrorsAreNoKeys() {
    for (int status : new int[] {201, 302, 404, 500}) {
      server.answers(status, "");
      assertThatThrownBy(() -> fetch(Duration.ofMinutes(10)).text())
          .isInstanceOf(IOException.class)
          .hasMessageContaining("" + status);
    }
    assertThat(server.asked()).hasSize(4);
  }

  @Test
  void anAnswerIsTakenUpToItsBoundAndNoFurther() throws IOException {
    server.answers(200, "x".repeat(KeySetText.LONGEST));
    assertThat(fetch(Duration.ofMinutes(10)).text()).hasSize(KeySetText.LONGEST);

    server.answers(200, "x".repeat(KeySetText.LONGEST + 1));
    assertThatThrownBy(() -> fetch(Duration.ofMinutes(10)).text())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("larger");
  }

  @Test
  void aServerThatHangsBeforeOrInItsAnswerIsGivenUp() {
    server.hangInTheBody();
    assertGivenUp();

    server.hangAtOnce();
    assertGivenUp();
  }

  private void assertGivenUp() {
    assertThatThrownBy(() -> fetch(Duration.ofMillis(100)).text())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("PT0.1S");
  }

  @Test
  void aServerThatIsNotThereIsAFailureOfTheNetwork() {
    server.close();

    assertThatThrownBy(() -> fetch(Duration.ofMinutes(10)).text()).isInstanceOf(IOException.class);
  }

  private KeyFetch fetch(Duration longest) {
    URI address = URI.create(server.address("127.0.0.1") + "?x=1");
    return new HttpKeyFetch(address, VERTX, HttpClientOptions::new, longest);
  }
}
