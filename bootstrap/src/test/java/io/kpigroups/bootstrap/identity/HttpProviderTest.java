package io.kpigroups.bootstrap.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class HttpProviderTest {
  private static final Duration AMPLE = Duration.ofMinutes(5);
  private static final Duration SHORT = Duration.ofMillis(50);

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server =
      HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  private final HttpProvider provider =
      new HttpProvider(
          URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/jwks?x=1"));
  private volatile int status = 200;
  private volatile boolean hangsBeforeTheHead;
  private volatile boolean hangsInTheBody;

  HttpProviderTest() throws IOException {}

  @BeforeEach
  void start() {
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          hangIf(hangsBeforeTheHead);
          byte[] answer = "the keys".getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Location", "/elsewhere");
          exchange.sendResponseHeaders(status, answer.length);
          OutputStream body = exchange.getResponseBody();
          body.write(answer, 0, 3);
          body.flush();
          hangIf(hangsInTheBody);
          body.write(answer, 3, answer.length - 3);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void hangIf(boolean hangs) {
    try {
      if (hangs) {
        end.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void whatIsAtTheAddressIsFetched() throws Exception {
    assertThat(provider.fetch(AMPLE)).isEqualTo("the keys");
    assertThat(asked).containsExactly("GET /jwks?x=1");
  }

  @Test
  void anAnswerThatIsNoSuccessIsNoneAndRedirectsAreNotFollowed() {
    for (int other : new int[] {201, 302, 404, 500}) {
      status = other;

      assertThatThrownBy(() -> provider.fetch(AMPLE))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(String.valueOf(status));
    }
    assertThat(asked).hasSize(4).containsOnly("GET /jwks?x=1");
  }

  @Test
  void aProviderThatIsAwayGivesNothing() {
    server.stop(0);

    assertThatThrownBy(() -> provider.fetch(AMPLE)).isInstanceOf(IOException.class);
  }

  @Test
  void aProviderThatHangsIsGivenUpAfterTheTimeThatItHas() {
    hangsBeforeTheHead = true;
    assertThatThrownBy(() -> provider.fetch(SHORT))
        .isInstanceOfAny(IOException.class, TimeoutException.class);
  }

  @Test
  void aProviderThatHangsInTheMiddleOfItsAnswerIsGivenUpToo() {
    hangsInTheBody = true;
    assertThatThrownBy(() -> provider.fetch(SHORT))
        .isInstanceOfAny(IOException.class, TimeoutException.class);
  }

  @Test
  void theLogKnowsAProviderByItsAddress() {
    assertThat(provider).asString().startsWith("http://127.0.0.1:").endsWith("/jwks?x=1");
  }
}
