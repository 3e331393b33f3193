package io.kpigroups.adapter.rest;

/** Every kind of problem that the API answers with: its stable slug, status and meaning. */
enum ProblemType {
  INVALID_INPUT(
      400,
      "invalid-input",
      "Invalid input",
      "Path, query, header or body is not what it must be; errors names all that is wrong"),
  UNAUTHENTICATED(401, "unauthenticated", "Not authenticated", "There is no valid bearer token"),
  ACCOUNT_FORBIDDEN(
      403, "account-forbidden", "Account not allowed", "The token may not act in this account"),
  NO_USER(403, "no-user", "Token without a user", "The token is valid but names no user"),
  ACCOUNT_SUSPENDED(
      403,
      "account-suspended",
      "Account suspended",
      "The upstream service wants the account to be paid for first"),
  NOT_PERMITTED(
      403, "not-permitted", "Not permitted", "The user lacks the permission that this needs"),
  PATH_NOT_FOUND(404, "path-not-found", "No such path", "The API has no such path"),
  GROUP_NOT_FOUND(
      404, "group-not-found", "No such KPI group", "The account has no KPI group of this id"),
  KPI_NOT_FOUND(404, "kpi-not-found", "No such KPI", "The account knows no KPI of this id"),
  GROUP_OR_KPI_NOT_FOUND(
      404,
      "group-or-kpi-not-found",
      "No such KPI group or KPI",
      "The upstream service has no such group or no such KPI, and does not say which"),
  METHOD_NOT_ALLOWED(
      405,
      "method-not-allowed",
      "Method not allowed",
      "The path has no such method; Allow lists those it has"),
  NOT_ACCEPTABLE(
      406, "not-acceptable", "Not acceptable", "The answer is JSON, which Accept does not allow"),
  REQUEST_TIMEOUT(408, "request-timeout", "Request too slow", "The request did not arrive in time"),
  LIMIT_REACHED(
      409, "limit-reached", "Limit reached", "A limit of the account, group or user is reached"),
  STALE_REVISION(
      412,
      "stale-revision",
      "Changed since",
      "What is there is not what If-Match or If-None-Match expects"),
  BODY_TOO_LARGE(413, "body-too-large", "Body too large", "The request body has more than 64 KiB"),
  UNSUPPORTED_MEDIA_TYPE(
      415, "unsupported-media-type", "Unsupported media type", "The request body must be JSON"),
  REVISION_REQUIRED(
      428,
      "revision-required",
      "If-Match required",
      "This installation demands If-Match on changes"),
  RATE_LIMITED(
      429,
      "rate-limited",
      "Too many requests",
      "Too much was asked for in too short a time; Retry-After says when to try again"),
  INTERNAL_ERROR(
      500, "internal-error", "Internal error", "A bug; the trace id finds it in the log"),
  OUTCOME_UNKNOWN(
      500,
      "outcome-unknown",
      "Outcome unknown",
      "A change was sent and its answer lost: it may have been applied"),
  NOT_SUPPORTED(
      501, "not-supported", "Not supported", "The store in use cannot do this, and never will"),
  UPSTREAM_UNUSABLE(
      502,
      "upstream-unusable",
      "Upstream unusable",
      "The upstream service failed, or its answer makes no sense"),
  KEYS_UNAVAILABLE(
      503,
      "keys-unavailable",
      "Keys unavailable",
      "The keys that verify tokens cannot be had at the moment"),
  STORAGE_UNAVAILABLE(
      503,
      "storage-unavailable",
      "Storage unavailable",
      "The store cannot be reached or is overloaded; try again"),
  UPSTREAM_TOO_SLOW(
      504,
      "upstream-too-slow",
      "Upstream too slow",
      "The upstream service did not answer in time; try again"),
  HTTP_VERSION_NOT_SUPPORTED(
      505,
      "http-version-not-supported",
      "HTTP version not supported",
      "The request is in a version of HTTP that is neither 1.1 nor 1.0");

  private static final String NAMESPACE = "urn:kpi-groups:problem:";

  private final int status;
  private final String slug;
  private final String title;
  private final String meaning;

  ProblemType(int status, String slug, String title, String meaning) {
    this.status = status;
    this.slug = slug;
    this.title = title;
    this.meaning = meaning;
  }

  int status() {
    return status;
  }

  String slug() {
    return slug;
  }

  String title() {
    return title;
  }

  /** When this is answered, as the documents say it. */
  String meaning() {
    return meaning;
  }

  /** The value of a problem's {@code type} (RFC 9457, section 3.1.1). */
  String uri() {
    return NAMESPACE + slug;
  }
}
