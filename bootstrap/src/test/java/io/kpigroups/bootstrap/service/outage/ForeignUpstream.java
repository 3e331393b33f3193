package io.kpigroups.bootstrap.service.outage;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.kpigroups.bootstrap.service.client.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An upstream with the lists and the create of the reference: it reads no parameter and no unknown
 * header, and knows no other path.
 */
final class ForeignUpstream implements AutoCloseable {
  private final List<String> changes = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private volatile List<Map<String, Object>> groups = List.of();
  private volatile List<Map<String, Object>> kpis = List.of();
  private volatile int elsewhere = 404;

  ForeignUpstream() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** The settings of a facade in front of it. */
  Map<String, String> facade() {
    return Map.of(
        "kpigroups.store", "upstream",
        "kpigroups.upstream.circuit-breaker.calls", "1000000",
        "kpigroups.upstream.url", "http://127.0.0.1:" + server.getAddress().getPort() + "/api/v1");
  }

  /** A group as the reference has it, made by this user in that second of a day. */
  static Map<String, Object> group(
      String id, String name, String user, boolean favorite, int second) {
    String date = "2026-01-02T03:04:%02dZ".formatted(second);
    return Map.of(
        "accountId", "a",
        "createdById", user,
        "dateCreated", date,
        "dateUpdated", date,
        "favorite", favorite,
        "id", id,
        "modifiedById", user,
        "name", name);
  }

  /** What there is from now on. */
  void has(List<Map<String, Object>> newGroups, List<Map<String, Object>> newKpis) {
    groups = List.copyOf(newGroups);
    kpis = List.copyOf(newKpis);
  }

  /** What paths that it does not know are answered with. */
  void elsewhere(int status) {
    elsewhere = status;
  }

  /** What was changed there. */
  List<String> changes() {
    return changes;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String method = exchange.getRequestMethod();
    String known =
        switch (method + " " + path) {
          case "GET /api/v1/kpis/groups" -> list(groups);
          case "GET /api/v1/kpis" -> list(kpis);
          case "POST /api/v1/kpis/groups" -> Json.write(groups.get(0));
          default -> "";
        };
    if (!method.equals("GET") && !known.isEmpty()) {
      changes.add(method + " " + path);
    }
    byte[] body = known.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(
        known.isEmpty() ? elsewhere : method.equals("POST") ? 201 : 200,
        known.isEmpty() ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static String list(List<Map<String, Object>> rows) {
    return Json.write(Map.of("count", rows.size(), "items", rows, "totalCount", rows.size()));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
