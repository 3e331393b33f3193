package io.kpigroups.bootstrap.service.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Sends what no well-behaved HTTP client would send. */
public final class RawHttp {
  private RawHttp() {}

  /** Sends the text as it is and answers all that comes back until the service hangs up. */
  public static String send(int port, String text) {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout((int) Patience.LIMIT.toMillis());
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** That versions of HTTP other than 1.1 and 1.0 are refused in a version that everybody reads. */
  public static void assertRefusesOtherVersions(int port) {
    for (String request :
        List.of(
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            "GET / HTTP/2.0\r\nHost: x\r\n\r\n",
            "GET /api/v1/kpis/groups HTTP/1.2\r\nHost: x\r\n\r\n",
            "GET /q/health HTTP/3.1\r\nHost: x\r\n\r\n")) {
      for (String answer : List.of(send(port, request), sendBytewise(port, request))) {
        assertThat(answer)
            .as(request)
            .startsWith("HTTP/1.1 505 HTTP Version Not Supported\r\n")
            .contains("\r\nConnection: close\r\n", "\r\nContent-Length: ")
            .contains("\r\nContent-Type: application/problem+json\r\n")
            .contains(":problem:http-version-not-supported\"", "\"status\":505");
      }
    }
  }

  /** Sends the head of this request byte by byte, and answers all that comes back. */
  public static String sendBytewise(int port, String request) {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout((int) Patience.LIMIT.toMillis());
      socket.setTcpNoDelay(true);
      String head = request.substring(0, request.indexOf("\r\n\r\n") + 4);
      for (byte next : head.getBytes(StandardCharsets.UTF_8)) {
        socket.getOutputStream().write(next);
      }
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Sends the beginning, and the rest piece by piece when the answer to that has begun; answers all
   * that comes back until the service hangs up.
   */
  public static String sendTheRestLate(int port, String beginning, List<String> rest) {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(120_000);
      socket.getOutputStream().write(beginning.getBytes(StandardCharsets.UTF_8));
      String answer = new String(socket.getInputStream().readNBytes(1), StandardCharsets.UTF_8);
      for (String piece : rest) {
        socket.getOutputStream().write(piece.getBytes(StandardCharsets.UTF_8));
      }
      return answer + new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends the text and hangs up without waiting for an answer. */
  public static void sendAndLeave(int port, String text) {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
