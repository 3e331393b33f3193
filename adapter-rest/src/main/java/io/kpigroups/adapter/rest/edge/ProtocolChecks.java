package io.kpigroups.adapter.rest.edge;

import io.kpigroups.adapter.rest.http.Endpoint;
import io.kpigroups.adapter.rest.http.QueryString;
import io.kpigroups.adapter.rest.http.Route;
import io.kpigroups.adapter.rest.problem.ProblemException;
import io.kpigroups.adapter.rest.problem.ProblemType;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What HTTP demands of a request: its URL, and then its method and its media types. */
public final class ProtocolChecks {
  /** The name of the charset, and a wrong one that many clients send. */
  private static final Set<String> UTF_8 = Set.of("utf-8", "utf8");

  private ProtocolChecks() {}

  /**
   * Checks that the URL can be decoded, and that the path is written as it is meant: no dot
   * segments, empty segments or matrix parameters, by which routers disagree on what is asked for.
   */
  static void checkUrl(RoutingContext http) {
    if (!isDecodable(http)) {
      throw undecodable();
    }
    String path = http.request().path();
    String normal = http.normalizedPath();
    if (!path.startsWith("/")
        || path.indexOf(';') >= 0
        || (!path.equals(normal) && isReadDifferently(path, normal))) {
      throw new ProblemException(ProblemType.PATH_NOT_FOUND);
    }
  }

  private static boolean isReadDifferently(String path, String normal) {
    return slashes(path) != slashes(normal)
        || path.startsWith(Endpoint.BASE) != normal.startsWith(Endpoint.BASE);
  }

  /** Whether the path and the query can be decoded. */
  static boolean isDecodable(RoutingContext http) {
    String path = http.request().path();
    try {
      QueryString.decode(path == null ? "%" : path);
      QueryString.of(http.request().query());
      return http.normalizedPath() != null;
    } catch (IllegalArgumentException | HttpException e) {
      return false;
    }
  }

  static ProblemException undecodable() {
    return new ProblemException(
        ProblemType.INVALID_INPUT,
        "The URL cannot be decoded: behind a percent sign two hexadecimal digits must follow, and"
            + " they must make UTF-8.");
  }

  /** Checks the method and the media types. */
  static Endpoint check(RoutingContext http, Route route) {
    HttpServerRequest request = http.request();
    String method = request.method().name();
    Endpoint endpoint =
        route.endpoint(method).orElseThrow(() -> methodNotAllowed(method, route.allowed()));
    List<String> types = endpoint.body().mediaTypes();
    if (!types.isEmpty() && hasBody(request) && !isTextOf(types, http)) {
      throw new ProblemException(
          ProblemType.UNSUPPORTED_MEDIA_TYPE,
          "The request body must have the content type "
              + String.join(" or ", types)
              + ", in UTF-8 and not encoded further.");
    }
    if (endpoint.success().isJson() && !accepts(http, MediaType.APPLICATION_JSON)) {
      throw new ProblemException(
          ProblemType.NOT_ACCEPTABLE, "The answer is application/json, which Accept must allow.");
    }
    return endpoint;
  }

  private static ProblemException methodNotAllowed(String method, String allowed) {
    return new ProblemException(
            ProblemType.METHOD_NOT_ALLOWED, "This path takes " + allowed + ", not " + method + ".")
        .header("Allow", allowed);
  }

  private static long slashes(String path) {
    return path.chars().filter(c -> c == '/').count();
  }

  private static boolean hasBody(HttpServerRequest request) {
    return request.headers().contains("Transfer-Encoding")
        || request.headers().contains("Content-Type")
        || !Objects.requireNonNullElse(request.getHeader("Content-Length"), "0").equals("0");
  }

  private static boolean isTextOf(List<String> types, RoutingContext http) {
    String encoding = http.request().getHeader("Content-Encoding");
    MIMEHeader type = http.parsedHeaders().contentType();
    String name = type.value().strip().toLowerCase(Locale.ROOT);
    String charset = Objects.requireNonNullElse(type.parameter("charset"), "utf-8");
    return (encoding == null || encoding.equalsIgnoreCase("identity"))
        && types.contains(name)
        && UTF_8.contains(charset.toLowerCase(Locale.ROOT));
  }

  /**
   * Whether a response of this media type is one that the caller can take: of the ranges that fit,
   * the most specific decides (RFC 9110, section 12.5.1).
   */
  public static boolean accepts(RoutingContext http, String mediaType) {
    String sent = http.request().getHeader("Accept");
    if (sent == null || sent.equals("*/*") || sent.equals(mediaType)) {
      return true;
    }
    List<MIMEHeader> ranges = http.parsedHeaders().accept();
    // Vert.x parses a range when its value is asked for. The value has no parameters.
    Map<String, Boolean> allowed =
        ranges.stream()
            .collect(
                Collectors.toMap(
                    range -> range.value().strip().toLowerCase(Locale.ROOT),
                    range -> range.weight() > 0,
                    Boolean::logicalOr));
    String wildcard = mediaType.substring(0, mediaType.indexOf('/')) + "/*";
    return ranges.isEmpty()
        || Stream.of(mediaType, wildcard, "*/*")
            .filter(allowed::containsKey)
            .findFirst()
            .filter(allowed::get)
            .isPresent();
  }
}
