package io.kpigroups.adapter.rest;

import static io.kpigroups.application.port.in.Operation.ADD_KPI_TO_GROUP;
import static io.kpigroups.application.port.in.Operation.CREATE_GROUP;
import static io.kpigroups.application.port.in.Operation.DELETE_GROUP;
import static io.kpigroups.application.port.in.Operation.FAVORITE_GROUP;
import static io.kpigroups.application.port.in.Operation.GET_GROUP;
import static io.kpigroups.application.port.in.Operation.GET_KPI;
import static io.kpigroups.application.port.in.Operation.LIST_GROUPS;
import static io.kpigroups.application.port.in.Operation.LIST_KPIS;
import static io.kpigroups.application.port.in.Operation.REGISTER_KPI;
import static io.kpigroups.application.port.in.Operation.REMOVE_KPI_FROM_GROUP;
import static io.kpigroups.application.port.in.Operation.RENAME_GROUP;
import static io.kpigroups.application.port.in.Operation.UNFAVORITE_GROUP;
import static io.kpigroups.application.port.in.Operation.UNREGISTER_KPI;

import io.kpigroups.application.port.in.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which paths the API has and what each takes; a test holds it against the OpenAPI document. */
enum Routes {
  GROUPS("kpis/groups", Map.of("GET", LIST_GROUPS, "POST", CREATE_GROUP), "POST"),
  GROUP(
      "kpis/groups/{groupId}",
      Map.of("GET", GET_GROUP, "PATCH", RENAME_GROUP, "DELETE", DELETE_GROUP),
      "PATCH"),
  FAVORITE(
      "kpis/groups/{groupId}/favorite",
      Map.of("PUT", FAVORITE_GROUP, "DELETE", UNFAVORITE_GROUP),
      ""),
  MEMBERSHIP(
      "kpis/{kpiId}/groups/{groupId}",
      Map.of("PUT", ADD_KPI_TO_GROUP, "DELETE", REMOVE_KPI_FROM_GROUP),
      ""),
  KPIS("kpis", Map.of("GET", LIST_KPIS), ""),
  KPI("kpis/{kpiId}", Map.of("GET", GET_KPI, "PUT", REGISTER_KPI, "DELETE", UNREGISTER_KPI), "PUT");

  /** Where the API lives. */
  static final String BASE = "/api/v1/";

  private final List<String> template;
  private final Map<String, Operation> operations;
  private final Set<String> methods;
  private final Set<String> methodsWithBody;

  Routes(String template, Map<String, Operation> operations, String methodsWithBody) {
    this.template = List.of(template.split("/"));
    this.operations = operations;
    this.methods = new TreeSet<>(operations.keySet());
    if (operations.containsKey("GET")) {
      methods.add("HEAD");
    }
    this.methodsWithBody = words(methodsWithBody);
  }

  /** The route of a path, which may end in a slash; where two fit, the one with fewer variables. */
  static Optional<Routes> of(String path) {
    if (!path.startsWith(BASE)) {
      return Optional.empty();
    }
    List<String> segments = List.of(path.substring(BASE.length()).split("/"));
    return Arrays.stream(values()).filter(route -> route.fits(segments)).findFirst();
  }

  /** The path with its variables by name. */
  String path() {
    return BASE + String.join("/", template);
  }

  /** What this method asks for here; empty if the path has no such method. */
  Optional<Operation> operation(String method) {
    return Optional.ofNullable(operations.get(method.equals("HEAD") ? "GET" : method));
  }

  /** The methods of this path, HEAD included. */
  Set<String> methods() {
    return methods;
  }

  /** What {@code Allow} says of this path: {@link #methods}, and OPTIONS, which asks for them. */
  String allowed() {
    return Stream.concat(methods.stream(), Stream.of("OPTIONS"))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  /** Whether a request with this method has a JSON body. */
  boolean takesBody(String method) {
    return methodsWithBody.contains(method);
  }

  /** Whether the answer to this method is JSON; the other methods answer with an empty body. */
  boolean answersJson(String method) {
    return takesBody(method) || method.equals("GET") || method.equals("HEAD");
  }

  /** The media types that a request with this method may have. */
  static Set<String> mediaTypes(String method) {
    return method.equals("PATCH")
        ? Set.of(MediaTypes.JSON, MediaTypes.MERGE_PATCH)
        : Set.of(MediaTypes.JSON);
  }

  private boolean fits(List<String> segments) {
    if (segments.size() != template.size()) {
      return false;
    }
    for (int i = 0; i < segments.size(); i++) {
      String part = template.get(i);
      if (segments.get(i).isEmpty() || (!part.startsWith("{") && !part.equals(segments.get(i)))) {
        return false;
      }
    }
    return true;
  }

  private static Set<String> words(String text) {
    return Arrays.stream(text.split(" "))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
