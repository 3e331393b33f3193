package io.kpigroups.bootstrap.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Sends what no well-behaved HTTP client would send. */
final class RawHttp {
  private RawHttp() {}

  /** Sends the text as it is and answers all that comes back until the service hangs up. */
  static String send(int port, String text) {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout((int) Patience.LIMIT.toMillis());
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Sends the beginning, and the rest piece by piece when the answer to that has begun; answers all
   * that comes back until the service hangs up.
   */
  static String sendTheRestLate(int port, String beginning, List<String> rest) {
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
  static void sendAndLeave(int port, String text) {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
