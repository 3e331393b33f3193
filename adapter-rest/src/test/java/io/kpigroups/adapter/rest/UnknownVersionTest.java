package io.kpigroups.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownVersionTest {
  private static final Edge EDGE = new Edge(http -> http.response().setStatusCode(204).end());

  @AfterAll
  static void close() {
    EDGE.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "GET /api/v1/kpis/groups HTTP/2.0\r\nHost: x\r\n\r\n",
        "GET / HTTP/3.0\r\nHost: x\r\n\r\n",
        "POST /api/v1/kpis/groups HTTP/2.0\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}"
      })
  void whatIsNotSpokenHereIsRefusedInHttp11AndTheConnectionClosed(String request) {
    try (Line line = EDGE.line()) {
      line.send(request);
      Reply reply = line.reply();

      reply.isProblem(ProblemType.VERSION_NOT_SUPPORTED);
      assertThat(reply.header("Connection")).isEqualTo("close");
      assertThat(line.isHungUp()).isTrue();
    }
  }

  @Test
  void theOlderVersionIsAnswered() {
    assertThat(EDGE.send("GET /q/x HTTP/1.0\r\nHost: x\r\n\r\n").status()).isEqualTo(204);
  }
}
