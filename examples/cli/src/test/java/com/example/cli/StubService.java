package com.example.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * As much of the API as the scenario needs: the operations of the reference, whose list knows no
 * parameters, and the members, batches and restores of a service of this kind.
 */
final class StubService implements AutoCloseable {
  static final String TOKEN = "stub-token";
  private static final String BASE = "/api/v1";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** A group with its KPIs. */
  private static final class Row {
    private final ObjectNode json;
    private final Set<String> kpis = new TreeSet<>();
    private boolean deleted;

    Row(ObjectNode json) {
      this.json = json;
    }
  }

  /** What an operation answers: a status, and perhaps a body. */
  private record Answer(int status, JsonNode body) {
    static final Answer DONE = new Answer(200, NODES.missingNode());

    static Answer problem(int status, String slug, String detail) {
      ObjectNode body = NODES.objectNode().put("type", "urn:kpi-groups:problem:" + slug);
      return new Answer(status, body.put("status", status).put("detail", detail));
    }
  }

  private final Map<String, Row> rows = new LinkedHashMap<>();
  private final HttpServer server;

  StubService() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(BASE, this::serve);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + BASE;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] sent = exchange.getRequestBody().readAllBytes();
      Answer answer =
          ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))
              ? answer(exchange, JSON.readTree(sent))
              : Answer.problem(401, "unauthorized", "The token is not mine.");
      byte[] body = answer.body.isMissingNode() ? new byte[0] : JSON.writeValueAsBytes(answer.body);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer.status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Answer answer(HttpExchange exchange, JsonNode sent) {
    String path = exchange.getRequestURI().getPath().substring(BASE.length());
    String operation = exchange.getRequestMethod() + " " + path;
    if (operation.equals("GET /kpis/groups")) {
      return new Answer(
          200,
          list(rows.values().stream().filter(row -> !row.deleted).map(row -> row.json).toList()));
    }
    if (operation.equals("POST /kpis/groups")) {
      return create(sent);
    }
    Matcher ofGroup =
        Pattern.compile("(\\w+) /kpis/(?:(\\w+)/)?groups/([0-9a-f]{24})(/.*)?").matcher(operation);
    Row row = ofGroup.matches() ? rows.get(ofGroup.group(3)) : null;
    if (row == null) {
      return Answer.problem(404, "group-not-found", "There is no KPI group with this id.");
    }
    return change(exchange, ofGroup.toMatchResult(), row, sent);
  }

  private Answer create(JsonNode sent) {
    String id = String.format("%024x", rows.size() + 1);
    ObjectNode json = NODES.objectNode().put("id", id).put("name", sent.path("name").asText());
    json.put("accountId", "acme").put("createdById", "ann").put("favorite", false);
    json.put("dateCreated", "2026-11-26T06:00:00.000Z");
    rows.put(id, new Row(json));
    return new Answer(201, json);
  }

  private Answer change(HttpExchange exchange, MatchResult of, Row row, JsonNode sent) {
    String what = of.group(1) + " " + (of.group(4) == null ? "" : of.group(4));
    switch (what) {
      case "PATCH " -> row.json.put("name", sent.path("name").asText());
      case "PUT /favorite", "DELETE /favorite" ->
          row.json.put("favorite", of.group(1).equals("PUT"));
      case "POST /restore" -> row.deleted = false;
      case "POST /kpis/batch" -> {
        sent.path("add").forEach(kpi -> row.kpis.add(kpi.asText()));
        return new Answer(
            200, NODES.objectNode().put("added", 2).put("removed", 0).put("unchanged", 0));
      }
      case "GET /kpis" -> {
        String link = "<" + exchange.getRequestURI().getPath() + "?limit=1000>; rel=\"first\"";
        exchange.getResponseHeaders().set("Link", link);
        return new Answer(200, list(row.kpis.stream().map(StubService::member).toList()));
      }
      case "PUT " -> row.kpis.add(of.group(2));
      case "DELETE " -> {
        row.deleted = of.group(2) == null;
        row.kpis.remove(of.group(2) == null ? "" : of.group(2));
        return Answer.DONE;
      }
      default -> {}
    }
    return new Answer(200, row.json);
  }

  private static ObjectNode member(String kpi) {
    ObjectNode json = NODES.objectNode().put("kpiId", kpi).put("name", "KPI " + kpi);
    return json.put("addedById", "ann").put("dateAdded", "2026-11-26T06:00:00.000Z");
  }

  private static ObjectNode list(List<ObjectNode> items) {
    ArrayNode array = NODES.arrayNode().addAll(items);
    ObjectNode json = NODES.objectNode();
    json.set("items", array);
    return json.put("count", items.size()).put("totalCount", items.size());
  }
}
