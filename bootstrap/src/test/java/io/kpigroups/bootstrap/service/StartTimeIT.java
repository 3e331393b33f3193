package io.kpigroups.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long it takes from the start of the process to the first answer with data of the embedded
 * store, where key and data are there already. Prints the median; what is asserted leaves room for
 * a busy machine.
 */
@Timeout(180)
class StartTimeIT {
  private static final int STARTS = 10;
  private static final Duration ACCEPTABLE = Duration.ofSeconds(10);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(1);

  @TempDir Path folder;

  @Test
  void theFirstAnswerComesSoonAfterTheStart() throws Exception {
    int port = freePort();
    var settings = new HashMap<>(Tokens.settings());
    settings.put("kpigroups.embedded.path", folder.toString());
    settings.put("quarkus.http.port", String.valueOf(port));
    byte[] request = request(Client.inNewAccount());
    timeToFirstAnswer(settings, port, request);

    List<Duration> times = new ArrayList<>();
    for (int i = 0; i < STARTS; i++) {
      times.add(timeToFirstAnswer(settings, port, request));
    }
    times.sort(null);
    Duration median = times.get(STARTS / 2 - 1).plus(times.get(STARTS / 2)).dividedBy(2);
    System.out.printf(
        "First answer after the start of %s: median of %d %d ms, %d to %d%n",
        Packaged.isExecutable()
            ? "the executable"
            : "the jar on Java " + Runtime.version().feature(),
        STARTS,
        median.toMillis(),
        times.get(0).toMillis(),
        times.get(STARTS - 1).toMillis());
    assertThat(median).isLessThan(ACCEPTABLE);
  }

  private static Duration timeToFirstAnswer(Map<String, String> settings, int port, byte[] request)
      throws IOException {
    try (ServiceProcess service = ServiceProcess.launch(settings)) {
      Optional<String> answer = Optional.empty();
      while (answer.isEmpty()) {
        LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        assertThat(service.age()).as("time without an answer").isLessThan(ACCEPTABLE);
        answer = ask(port, request);
      }
      Duration time = service.age();
      assertThat(answer).hasValueSatisfying(line -> assertThat(line).startsWith("HTTP/1.1 200 "));
      return time;
    }
  }

  /** The beginning of the answer; empty if there is nobody yet who listens. */
  private static Optional<String> ask(int port, byte[] request) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      socket.getOutputStream().write(request);
      InputStream answer = socket.getInputStream();
      return Optional.of(new String(answer.readNBytes(16), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static byte[] request(Client client) {
    return """
        GET %s/kpis/groups HTTP/1.1
        Host: localhost
        Authorization: Bearer %s
        gtmhub-accountId: %s

        """
        .formatted(Client.API, client.token(), client.account())
        .replace("\n", "\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }
}
