package io.kpigroups.bootstrap.service.client;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/**
 * Every operation of the API as a request. In this order, for a new account, all of them succeed.
 */
public enum Call {
  CREATE_GROUP("POST", "/kpis/groups", "{\"name\":\"{name}\"}"),
  REGISTER_KPI("PUT", "/kpis/{kpi}", "{\"name\":\"{name}\"}"),
  LIST_GROUPS("GET", "/kpis/groups"),
  GET_GROUP("GET", "/kpis/groups/{group}"),
  RENAME_GROUP("PATCH", "/kpis/groups/{group}", "{\"name\":\"{name}\"}"),
  FAVORITE_GROUP("PUT", "/kpis/groups/{group}/favorite"),
  UNFAVORITE_GROUP("DELETE", "/kpis/groups/{group}/favorite"),
  ADD_KPI("PUT", "/kpis/{kpi}/groups/{group}"),
  LIST_MEMBERS("GET", "/kpis/groups/{group}/kpis"),
  LIST_GROUPS_OF_KPI("GET", "/kpis/{kpi}/groups"),
  REMOVE_KPI("DELETE", "/kpis/{kpi}/groups/{group}"),
  CHANGE_MEMBERS("POST", "/kpis/groups/{group}/kpis/batch", "{\"add\":[\"{kpi}\"]}"),
  LIST_KPIS("GET", "/kpis"),
  GET_KPI("GET", "/kpis/{kpi}"),
  UNREGISTER_KPI("DELETE", "/kpis/{kpi}"),
  DELETE_GROUP("DELETE", "/kpis/groups/{group}"),
  RESTORE_GROUP("POST", "/kpis/groups/{group}/restore");

  private final String method;
  private final String path;
  private final String body;

  Call(String method, String path) {
    this(method, path, "");
  }

  Call(String method, String path, String body) {
    this.method = method;
    this.path = path;
    this.body = body;
  }

  public boolean isChange() {
    return !method.equals("GET");
  }

  /** Whether it fails for a KPI that is not known. */
  public boolean needsKpi() {
    return (path + body).contains("{kpi}");
  }

  /** Whether a client must not repeat it blindly, so that its outcome may be told as unknown. */
  public boolean mayBeUnknown() {
    return this == CREATE_GROUP || this == RENAME_GROUP || this == DELETE_GROUP;
  }

  public boolean hasBody() {
    return !body.isEmpty();
  }

  public HttpRequest request(URI base, Client client, String group, String kpi) {
    return request(base, client, group, kpi, name());
  }

  /** The request with a name of the caller's choice where it has one, fit for JSON. */
  public HttpRequest request(URI base, Client client, String group, String kpi, String newName) {
    String target = path.replace("{group}", group).replace("{kpi}", kpi);
    String sent = body.replace("{kpi}", kpi).replace("{name}", newName);
    return authorized(URI.create(base + Client.API + target), client)
        .header("Content-Type", "application/json")
        .method(method, hasBody() ? BodyPublishers.ofString(sent) : BodyPublishers.noBody())
        .build();
  }

  /** A request of this client's to any address. */
  public static HttpRequest.Builder authorized(URI address, Client client) {
    return HttpRequest.newBuilder(address)
        .header("Authorization", "Bearer " + client.token())
        .header("gtmhub-accountId", client.account());
  }
}
