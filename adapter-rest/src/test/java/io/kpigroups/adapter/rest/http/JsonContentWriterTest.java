package io.kpigroups.adapter.rest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.server.spi.ServerHttpResponse;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;
import org.junit.jupiter.api.Test;

/** How content is written and sent. */
class JsonContentWriterTest {
  private static final String NAME = "Qualit\u00e9 \ud83d\ude00 \"a\\b\" \u0001\u2028";

  private final JsonContentWriter writer = new JsonContentWriter();

  @Test
  void textsAreWrittenAsJacksonWritesThem() throws IOException {
    assertThat(text(JsonContentWriter.bytes(named(NAME))))
        .isEqualTo(text(new ObjectMapper().writeValueAsBytes(Map.of("name", NAME))));
  }

  @Test
  void whatIsLargerThanAnyBufferIsWrittenAsAWhole() throws IOException {
    String name = NAME.repeat(100_000);

    byte[] json = JsonContentWriter.bytes(named(name));

    assertThat(new ObjectMapper().readTree(json).path("name").textValue()).isEqualTo(name);
  }

  @Test
  void anAnswerIsSentAtOnce() throws IOException {
    Sent sent = new Sent(false);

    writer.writeResponse(named("a"), JsonContent.class, sent.context());

    assertThat(text(sent.ended.get(0))).isEqualTo("{\"name\":\"a\"}");
    assertThat(sent.pieces.size()).isZero();
  }

  @Test
  void whoReadsSlowlyIsWaitedForAndSoIsALargePage() throws IOException {
    Sent slow = new Sent(true);
    Sent large = new Sent(false);
    String name = "a".repeat(64 * 1024);

    writer.writeResponse(named("a"), JsonContent.class, slow.context());
    writer.writeResponse(named(name), JsonContent.class, large.context());

    assertThat(slow.ended).isEmpty();
    assertThat(slow.pieces.toString(StandardCharsets.UTF_8)).isEqualTo("{\"name\":\"a\"}");
    assertThat(large.ended).isEmpty();
    assertThat(large.pieces.size()).isEqualTo(name.length() + 11);
  }

  /** What a response is told. */
  private static final class Sent {
    private final boolean isFull;
    private final List<byte[]> ended = new ArrayList<>();
    private final ByteArrayOutputStream pieces = new ByteArrayOutputStream();

    Sent(boolean isFull) {
      this.isFull = isFull;
    }

    ServerRequestContext context() {
      ServerHttpResponse response =
          standIn(
              ServerHttpResponse.class, (self, method, arguments) -> told(self, method, arguments));
      return standIn(
          ServerRequestContext.class,
          (self, method, arguments) -> method.equals("serverResponse") ? response : pieces);
    }

    private Object told(Object self, String method, Object[] arguments) {
      if (method.equals("isWriteQueueFull")) {
        return isFull;
      }
      ended.add((byte[]) arguments[0]);
      return self;
    }
  }

  @Test
  void nothingIsSentOfWhatCannotBeWritten() {
    ServerRequestContext context =
        standIn(
            ServerRequestContext.class,
            (self, method, arguments) -> {
              throw new AssertionError("something was sent");
            });
    JsonContent broken =
        json -> {
          json.writeStartObject();
          throw new IOException("broken");
        };

    assertThatThrownBy(() -> writer.writeResponse(broken, JsonContent.class, context))
        .isInstanceOf(IOException.class)
        .hasMessage("broken");
  }

  @Test
  void itWritesContentOnlyAndToAStreamToo() throws IOException {
    Annotation[] none = {};
    JsonContent content = named("a");
    Class<?> type = content.getClass();
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    assertThat(writer.isWriteable(type, type, none, MediaType.APPLICATION_JSON_TYPE)).isTrue();
    assertThat(writer.isWriteable(Map.class, Map.class, none, MediaType.APPLICATION_JSON_TYPE))
        .isFalse();
    writer.writeTo(
        content,
        type,
        type,
        none,
        MediaType.APPLICATION_JSON_TYPE,
        new MultivaluedHashMap<>(),
        out);
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("{\"name\":\"a\"}");
  }

  private static JsonContent named(String name) {
    return json -> {
      json.writeStartObject();
      json.writeStringField("name", name);
      json.writeEndObject();
    };
  }

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }

  private interface Answer {
    Object of(Object self, String method, Object[] arguments);
  }

  private static <T> T standIn(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) ->
                answer.of(self, method.getName(), arguments == null ? new Object[0] : arguments)));
  }
}
