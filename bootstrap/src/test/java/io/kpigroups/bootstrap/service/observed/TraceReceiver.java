package io.kpigroups.bootstrap.service.observed;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Takes in the traces that a service exports, as a collector would, by OTLP over HTTP. */
public final class TraceReceiver implements AutoCloseable {
  private final HttpServer server;
  private final List<byte[]> bodies = new CopyOnWriteArrayList<>();

  /** A span as it came; {@code parent} is empty if it has none. */
  public record Span(
      String trace, String id, String parent, String name, Map<String, String> attributes) {}

  TraceReceiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v1/traces", this::receive);
    server.start();
  }

  /** The settings of a service that sends its traces here, soon after they were made. */
  public Map<String, String> settings() {
    return Map.of(
        "quarkus.otel.exporter.otlp.endpoint",
        "http://127.0.0.1:" + server.getAddress().getPort(),
        "quarkus.otel.exporter.otlp.protocol",
        "http/protobuf",
        "quarkus.otel.exporter.otlp.timeout",
        "10m",
        "quarkus.otel.bsp.export.timeout",
        "10m",
        "quarkus.otel.bsp.schedule.delay",
        "100ms");
  }

  /** The spans of a trace. */
  public List<Span> spans(String trace) {
    return bodies.stream()
        .flatMap(body -> spans(parse(ByteString.copyFrom(body))))
        .filter(span -> span.trace.equals(trace))
        .toList();
  }

  /** Everything that came, as text wherever it is text. */
  public String everything() {
    StringBuilder text = new StringBuilder();
    bodies.forEach(body -> text.append(new String(body, StandardCharsets.ISO_8859_1)));
    return text.toString();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void receive(HttpExchange http) throws IOException {
    bodies.add(http.getRequestBody().readAllBytes());
    http.sendResponseHeaders(200, -1);
    http.close();
  }

  /** The numbers of the fields are those of OpenTelemetry's {@code trace.proto}. */
  private static Stream<Span> spans(UnknownFieldSet request) {
    return children(request, 1)
        .flatMap(resource -> children(resource, 2))
        .flatMap(scope -> children(scope, 2))
        .map(
            span ->
                new Span(
                    hex(span, 1), hex(span, 2), hex(span, 4), text(span, 5), attributes(span)));
  }

  private static Map<String, String> attributes(UnknownFieldSet span) {
    Map<String, String> attributes = new HashMap<>();
    children(span, 9)
        .forEach(
            attribute ->
                attributes.put(
                    text(attribute, 1),
                    children(attribute, 2).map(v -> text(v, 1)).findAny().get()));
    return attributes;
  }

  private static Stream<UnknownFieldSet> children(UnknownFieldSet message, int field) {
    return message.getField(field).getLengthDelimitedList().stream().map(TraceReceiver::parse);
  }

  private static String text(UnknownFieldSet message, int field) {
    return bytes(message, field).toStringUtf8();
  }

  private static String hex(UnknownFieldSet message, int field) {
    return HexFormat.of().formatHex(bytes(message, field).toByteArray());
  }

  private static ByteString bytes(UnknownFieldSet message, int field) {
    return message.getField(field).getLengthDelimitedList().stream()
        .findFirst()
        .orElse(ByteString.EMPTY);
  }

  private static UnknownFieldSet parse(ByteString message) {
    try {
      return UnknownFieldSet.parseFrom(message);
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
