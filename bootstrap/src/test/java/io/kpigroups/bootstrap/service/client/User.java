package io.kpigroups.bootstrap.service.client;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody who calls a service as a client.
 *
 * @param headers what is sent along with every request, names and values by turns
 */
public record User(Service service, Client client, List<String> headers) {

  public String token() {
    return client.token();
  }

  public String account() {
    return client.account();
  }

  /** Another user of the same account. */
  public User colleague(String name, String... permissions) {
    return service.user(Client.of(name, account(), permissions));
  }

  /** The same user sending another header along, and none else of this name. */
  public User with(String name, String value) {
    List<String> others = new ArrayList<>();
    for (int i = 0; i < headers.size(); i += 2) {
      if (!headers.get(i).equalsIgnoreCase(name)) {
        others.addAll(headers.subList(i, i + 2));
      }
    }
    return new User(service, client, others).withAlso(name, value);
  }

  /** The same user sending another header along, beside those of this name. */
  public User withAlso(String name, String value) {
    List<String> more = new ArrayList<>(headers);
    more.addAll(List.of(name, value));
    return new User(service, client, List.copyOf(more));
  }

  public Answer get(String path) {
    return send("GET", path);
  }

  /** All rows of a list, over as many pages as its links lead to. */
  public List<Map<String, Object>> walk(String path) {
    List<Map<String, Object>> rows = new ArrayList<>();
    Optional<String> next = Optional.of(path);
    while (next.isPresent()) {
      Answer page = get(next.get()).has(200);
      rows.addAll(page.objects("items"));
      next = page.next();
    }
    return rows;
  }

  public Answer head(String path) {
    return send("HEAD", path);
  }

  public Answer put(String path) {
    return send("PUT", path);
  }

  public Answer put(String path, String json) {
    return json("PUT", service.registerAddress(path), json);
  }

  public Answer post(String path, String json) {
    return json("POST", service.address(path), json);
  }

  public Answer patch(String path, String json) {
    return json("PATCH", service.address(path), json);
  }

  public Answer delete(String path) {
    return send(request(service.registerAddress(path)).DELETE());
  }

  /** Sends a request without a body to the service itself, whatever it is about. */
  public Answer send(String method, String path) {
    return send(request(service.address(path)).method(method, BodyPublishers.noBody()));
  }

  /** Sends these bytes, under this content type, to the service itself. */
  public Answer send(String method, String path, String type, byte[] body) {
    return send(method, service.address(path), type, body);
  }

  /** Makes a group and answers its id. */
  public String newGroup(String name) {
    return post("/kpis/groups", "{\"name\":\"" + name + "\"}").has(201).path("id");
  }

  /** Registers a KPI and answers its id. */
  public String newKpi() {
    String id = Client.randomId();
    put("/kpis/" + id, "{\"name\":\"KPI " + id + "\"}").has(201);
    return id;
  }

  /** Makes a group with these KPIs in it, and answers its id. */
  public String newGroup(String name, String... kpis) {
    String id = newGroup(name);
    for (String kpi : kpis) {
      put("/kpis/" + kpi + "/groups/" + id).has(200);
    }
    return id;
  }

  /** Enters a KPI of this name and these owners. */
  public void newKpi(String id, String name, String... owners) {
    enterKpi(id, name, owners).has(201);
  }

  /** The answer to the entry of a KPI of this name and these owners. */
  public Answer enterKpi(String id, String name, String... owners) {
    return put("/kpis/" + id, Json.write(Map.of("name", name, "ownerIds", owners)));
  }

  private Answer json(String method, URI address, String json) {
    return send(method, address, "application/json", json.getBytes(StandardCharsets.UTF_8));
  }

  private Answer send(String method, URI address, String type, byte[] body) {
    return send(
        request(address)
            .header("Content-Type", type)
            .method(method, BodyPublishers.ofByteArray(body)));
  }

  private HttpRequest.Builder request(URI address) {
    HttpRequest.Builder request = Call.authorized(address, client);
    return headers.isEmpty() ? request : request.headers(headers.toArray(String[]::new));
  }

  private static Answer send(HttpRequest.Builder request) {
    return Answer.to(request.build()).join();
  }
}
