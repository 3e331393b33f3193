package io.kpigroups.adapter.rest;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import jakarta.ws.rs.core.MediaType;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What HTTP demands of a request to a known path: its method, its media types and its size. */
final class HttpDemands {
  /** The name of it, and the one that many clients send instead. */
  private static final Set<String> UTF_8 = Set.of("utf-8", "utf8");

  private HttpDemands() {}

  /** Whether the path and the query can be decoded. */
  static boolean isDecodable(RoutingContext http) {
    if (http.request().path() == null) {
      return false;
    }
    try {
      URLDecoder.decode(http.request().path(), StandardCharsets.UTF_8);
      return http.normalizedPath() != null && http.queryParams() != null;
    } catch (IllegalArgumentException | HttpException e) {
      return false;
    }
  }

  /**
   * Whether the path is written as it is meant: no dot segments, empty segments or matrix
   * parameters, by which routers disagree on what is asked for.
   */
  static boolean isPlain(RoutingContext http) {
    String path = http.request().path();
    String normal = http.normalizedPath();
    return path.startsWith("/")
        && path.indexOf(';') < 0
        && path.chars().filter(c -> c == '/').count()
            == normal.chars().filter(c -> c == '/').count()
        && path.startsWith(Routes.BASE) == normal.startsWith(Routes.BASE);
  }

  /** Whether it only asks what can be done here. */
  static boolean isOptions(RoutingContext http) {
    return http.request().method() == HttpMethod.OPTIONS;
  }

  /** The first demand that the request does not meet. */
  static Optional<ApiProblem> check(RoutingContext http, Routes route) {
    HttpServerRequest request = http.request();
    String method = request.method().name();
    if (!route.methods().contains(method)) {
      http.response().putHeader("Allow", route.allowed());
      return problem(
          ProblemType.METHOD_NOT_ALLOWED,
          "This path takes " + route.allowed() + ", not " + method + ".");
    }
    if (route.takesBody(method) && hasBody(request) && !hasMediaType(http, method)) {
      return problem(
          ProblemType.UNSUPPORTED_MEDIA_TYPE,
          "The request body must have the content type "
              + String.join(" or ", Routes.mediaTypes(method))
              + ", in UTF-8 and not encoded further.");
    }
    if (route.answersJson(method) && !accepts(http, MediaTypes.JSON)) {
      return problem(
          ProblemType.NOT_ACCEPTABLE, "The answer is application/json, which Accept must allow.");
    }
    if (contentLength(request) > Ingress.MAX_BODY) {
      return problem(ProblemType.BODY_TOO_LARGE, ProblemType.BODY_TOO_LARGE.meaning() + ".");
    }
    return Optional.empty();
  }

  private static Optional<ApiProblem> problem(ProblemType type, String detail) {
    return Optional.of(ApiProblem.of(type, detail));
  }

  private static boolean hasBody(HttpServerRequest request) {
    return contentLength(request) > 0
        || request.getHeader("Transfer-Encoding") != null
        || request.getHeader("Content-Type") != null;
  }

  private static long contentLength(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    return length == null ? 0 : Long.parseLong(length);
  }

  private static boolean hasMediaType(RoutingContext http, String method) {
    try {
      String encoding = http.request().getHeader("Content-Encoding");
      MediaType type = MediaType.valueOf(http.request().getHeader("Content-Type"));
      String name = (type.getType() + "/" + type.getSubtype()).toLowerCase(Locale.ROOT);
      return (encoding == null || encoding.equalsIgnoreCase("identity"))
          && Routes.mediaTypes(method).contains(name)
          && UTF_8.contains(
              type.getParameters().getOrDefault("charset", "utf-8").toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * Whether an answer of this media type is one that the caller can take: of the ranges that fit,
   * the most specific decides (RFC 9110, section 12.5.1).
   */
  static boolean accepts(RoutingContext http, String mediaType) {
    List<MIMEHeader> ranges = http.parsedHeaders().accept();
    String wildcard = mediaType.substring(0, mediaType.indexOf('/')) + "/*";
    return ranges.isEmpty()
        || Stream.of(mediaType, wildcard, "*/*")
            .map(fits -> ranges.stream().filter(range -> fits.equals(name(range))).toList())
            .filter(asked -> !asked.isEmpty())
            .findFirst()
            .filter(asked -> asked.stream().anyMatch(range -> range.weight() > 0))
            .isPresent();
  }

  /** The range without its parameters; it is read when its value is asked for. */
  private static String name(MIMEHeader range) {
    return range.value().strip().toLowerCase(Locale.ROOT);
  }
}
