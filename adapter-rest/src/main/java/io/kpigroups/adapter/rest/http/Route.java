package io.kpigroups.adapter.rest.http;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A path of the API.
 *
 * @param path the path with its variables by name, such as {@code /api/v1/kpis/{kpiId}}
 * @param segments what stands between its slashes
 * @param endpoints what there is, by HTTP method
 */
public record Route(String path, List<String> segments, Map<String, Endpoint> endpoints) {
  private static final List<Route> ALL =
      Arrays.stream(Endpoint.values()).map(Endpoint::path).distinct().map(Route::named).toList();

  /** The route of a request's path, which may end in a slash. */
  public static Optional<Route> of(String path) {
    List<String> asked = List.of(path.split("/", -1));
    int last = asked.size() - 1;
    List<String> segments = asked.get(last).isEmpty() ? asked.subList(0, last) : asked;
    for (Route route : ALL) {
      if (route.fits(segments)) {
        return Optional.of(route);
      }
    }
    return Optional.empty();
  }

  private boolean fits(List<String> asked) {
    boolean fits = asked.size() == segments.size();
    for (int i = 0; fits && i < asked.size(); i++) {
      String segment = segments.get(i);
      fits = segment.startsWith("{") ? !asked.get(i).isEmpty() : segment.equals(asked.get(i));
    }
    return fits;
  }

  /** What this method asks for here, HEAD being GET; empty if the path has no such method. */
  public Optional<Endpoint> endpoint(String method) {
    return Optional.ofNullable(endpoints.get(method.equals("HEAD") ? "GET" : method));
  }

  /** What {@code Allow} says of this path. */
  public String allowed() {
    Set<String> methods = new TreeSet<>(endpoints.keySet());
    methods.add("OPTIONS");
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    return String.join(", ", methods);
  }

  private static Route named(String path) {
    return new Route(
        path,
        List.of(path.split("/")),
        Arrays.stream(Endpoint.values())
            .filter(endpoint -> endpoint.path().equals(path))
            .collect(Collectors.toMap(Endpoint::method, Function.identity())));
  }
}
