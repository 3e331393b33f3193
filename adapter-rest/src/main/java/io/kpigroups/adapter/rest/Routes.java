package io.kpigroups.adapter.rest;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which paths the API has and what each takes; a test holds it against the OpenAPI document. */
enum Routes {
  GROUPS("kpis/groups", "GET HEAD POST", "POST"),
  GROUP("kpis/groups/{groupId}", "GET HEAD PATCH DELETE", "PATCH"),
  FAVORITE("kpis/groups/{groupId}/favorite", "PUT DELETE", ""),
  MEMBERSHIP("kpis/{kpiId}/groups/{groupId}", "PUT DELETE", ""),
  KPIS("kpis", "GET HEAD", ""),
  KPI("kpis/{kpiId}", "GET HEAD PUT DELETE", "PUT");

  /** Where the API lives. */
  static final String BASE = "/api/v1/";

  private final List<String> template;
  private final Set<String> methods;
  private final Set<String> methodsWithBody;

  Routes(String template, String methods, String methodsWithBody) {
    this.template = List.of(template.split("/"));
    this.methods = words(methods);
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

  /** The methods of this path, HEAD included. */
  Set<String> methods() {
    return methods;
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
