package io.kpigroups.adapter.rest.edge.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.rest.problem.ProblemType;
import io.kpigroups.adapter.rest.support.Behind;
import io.kpigroups.adapter.rest.support.Line;
import io.kpigroups.adapter.rest.support.Reply;
import io.kpigroups.adapter.rest.support.WebServer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests of a version of HTTP that the server does not speak, as a client sends them. */
class ConnectionGuardTest {
  private static final List<String> OTHER_VERSIONS =
      List.of(
          "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
          "GET /x HTTP/2.0\r\nHost: here\r\n\r\n",
          "GET /x HTTP/1.2\r\nHost: here\r\n\r\n",
          "GET /x HTTP/0.9\r\nHost: here\r\n\r\n",
          "GET /x SPDY/1.1\r\nHost: here\r\n\r\n",
          "POST /x HTTP/3.1\r\nHost: here\r\nContent-Length: 2\r\n\r\n{}");

  private final Behind behind = new Behind();
  private WebServer server = server(false);

  private WebServer server(boolean http2) {
    return new WebServer(router -> router.route().handler(behind), http2);
  }

  private void restart(boolean http2) {
    server.close();
    server = server(http2);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anotherVersionIsRefusedInOursAndNothingIsDone(boolean http2) {
    restart(http2);
    for (String request : OTHER_VERSIONS) {
      try (Line line = server.line()) {
        assertRefused(line.send(request), request.contains("PRI") ? "*" : "/x");
      }
    }
    assertThat(behind.isIdle()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void itIsRefusedAlsoWhereItComesByteByByte(boolean http2) {
    restart(http2);
    for (String request : OTHER_VERSIONS) {
      try (Line line = server.line()) {
        // The rest is not sent: the answer comes by the end of the head, or by the first line.
        String head = request.substring(0, request.indexOf("\r\n\r\n") + 4);
        head.chars().forEach(c -> line.send(Character.toString(c)));
        assertRefused(line, request.contains("PRI") ? "*" : "/x");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void itIsRefusedAlsoBehindOthersOnceTheyAreAnswered(boolean http2) {
    restart(http2);
    try (Line line = server.line()) {
      line.send(Line.head("GET /a") + "GET /x HTTP/2.0\r\nHost: here\r\n\r\n");
      Behind.answer(behind.next(), 204);
      line.reply().has(204);
      assertRefused(line, "/x");
    }
    assertThat(behind.isIdle()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void ourVersionsGoThroughHoweverTheyCome(boolean http2) {
    restart(http2);
    for (String request :
        List.of(
            Line.head("PUT /a"),
            Line.head("PRINT /a"),
            "GET /a HTTP/1.0\r\n\r\n",
            Line.head("POST /a", "Content-Length: 2") + "{}")) {
      try (Line whole = server.line();
          Line pieces = server.line()) {
        whole.send(request);
        Behind.answer(behind.next(), 204);
        whole.reply().has(204);
        request.chars().forEach(c -> pieces.send(Character.toString(c)));
        Behind.answer(behind.next(), 204);
        pieces.reply().has(204);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whoeverOffersHttp2IsAnsweredInHttp1(boolean http2) {
    restart(http2);
    String request =
        Line.head(
            "GET /a",
            "Connection: Upgrade, HTTP2-Settings",
            "Upgrade: h2c",
            "HTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA");
    try (Line line = server.line()) {
      for (int i = 0; i < 2; i++) {
        line.send(request);
        Behind.answer(behind.next(), 204);
        line.reply().has(204);
      }
    }
  }

  @Test
  void whatIsOnItsWayTakesAtMostAQuarterOfTheHeap() {
    assertThat(ConnectionGuard.bytes(96L << 20)).isEqualTo(24 << 20);
    assertThat(ConnectionGuard.bytes(24L << 30)).isEqualTo(64 << 20);
  }

  private static void assertRefused(Line line, String path) {
    Reply reply = line.reply().isProblem(ProblemType.HTTP_VERSION_NOT_SUPPORTED);
    assertThat(reply.header("Connection")).isEqualTo("close");
    assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(reply.json().path("instance").textValue()).isEqualTo(path);
    assertThat(line.isHungUp()).isTrue();
  }
}
