package io.kpigroups.adapter.rest.edge.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The last response of a connection, as Vert.x writes it and then closes. */
class HttpProtocolHandlerTest {
  private static final String LAST_HEAD = TestConnection.HEAD + "Connection: close\r\n\r\n";

  private final TestConnection connection = new TestConnection(new Semaphore(0));

  @AfterEach
  void close() {
    connection.close();
  }

  @Test
  void theLastResponseArrivesAlsoIfTheServerClosesBeforeItFlushes() {
    connection.send(LAST_HEAD).queue(lastResponse()).queueClose().flush();
    assertThat(connection.received()).startsWith("HTTP/1.1 204 ");
    assertThat(connection.isHungUp()).isTrue();
  }

  @Test
  void responsesBeforeTheLastArriveToo() {
    connection.send(TestConnection.HEAD + "\r\n" + LAST_HEAD);
    connection.queue(response(HttpResponseStatus.OK));
    connection.queue(lastResponse()).queueClose().flush();
    assertThat(connection.received()).startsWith("HTTP/1.1 200 ").contains("HTTP/1.1 204 ");
  }

  @Test
  void nothingIsSentAfterTheLastResponse() {
    connection.send(LAST_HEAD).queue(lastResponse());
    connection.queue(response(HttpResponseStatus.OK)).flush();
    assertThat(connection.received()).startsWith("HTTP/1.1 204 ").doesNotContain("200");
  }

  private static FullHttpResponse lastResponse() {
    FullHttpResponse response = response(HttpResponseStatus.NO_CONTENT);
    response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    return response;
  }

  private static FullHttpResponse response(HttpResponseStatus status) {
    FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status);
    response.headers().set(HttpHeaderNames.CONTENT_LENGTH, 0);
    return response;
  }
}
