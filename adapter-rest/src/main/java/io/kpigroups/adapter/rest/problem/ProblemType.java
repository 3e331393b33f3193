package io.kpigroups.adapter.rest.problem;

import io.kpigroups.adapter.rest.Authenticator.KeysUnavailable;
import io.kpigroups.adapter.rest.Authenticator.Unauthenticated;
import io.kpigroups.application.port.CredentialsRefused;
import io.kpigroups.application.port.GroupOrKpiNotFound;
import io.kpigroups.application.port.OutcomeUnknown;
import io.kpigroups.application.port.RateLimited;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.application.port.Unsupported;
import io.kpigroups.application.port.UpstreamFailure;
import io.kpigroups.application.port.UpstreamTooSlow;
import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.failure.IdTaken;
import io.kpigroups.domain.failure.IdempotencyKeyInUse;
import io.kpigroups.domain.failure.IdempotencyKeyReused;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.failure.KpiNotFound;
import io.kpigroups.domain.failure.LimitReached;
import io.kpigroups.domain.failure.NotPermitted;
import io.kpigroups.domain.failure.RevisionRequired;
import io.kpigroups.domain.failure.StaleRevision;
import io.quarkus.runtime.annotations.RegisterResources;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** Every kind of problem that the API answers with: its status, and the failures it stands for. */
@RegisterResources(globs = "io/kpigroups/adapter/rest/problem/problems.properties")
public enum ProblemType {
  INVALID_INPUT(400, "Invalid input", InvalidInput.class),
  UNAUTHENTICATED(401, "Not authenticated", Unauthenticated.class, CredentialsRefused.class),
  ACCOUNT_FORBIDDEN(403, "Account not allowed"),
  NO_USER(403, "Token without a user"),
  ACCOUNT_SUSPENDED(403, "Account suspended"),
  NOT_PERMITTED(403, "Not permitted", NotPermitted.class),
  PATH_NOT_FOUND(404, "No such path"),
  GROUP_NOT_FOUND(404, "No such KPI group", GroupNotFound.class),
  KPI_NOT_FOUND(404, "No such KPI", KpiNotFound.class),
  GROUP_OR_KPI_NOT_FOUND(404, "No such KPI group or KPI", GroupOrKpiNotFound.class),
  METHOD_NOT_ALLOWED(405, "Method not allowed"),
  NOT_ACCEPTABLE(406, "Not acceptable"),
  REQUEST_TIMEOUT(408, "Request too slow"),
  LIMIT_REACHED(409, "Limit reached", LimitReached.class),
  IDEMPOTENCY_KEY_IN_USE(409, "Idempotency key in use", IdempotencyKeyInUse.class),
  STALE_REVISION(412, "Changed since", StaleRevision.class),
  BODY_TOO_LARGE(413, "Body too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
  IDEMPOTENCY_KEY_REUSED(422, "Idempotency key reused", IdempotencyKeyReused.class),
  REVISION_REQUIRED(428, "If-Match required", RevisionRequired.class),
  RATE_LIMITED(429, "Too many requests", RateLimited.class),
  INTERNAL_ERROR(500, "Internal error"),

  /** Also where a thread that is stuck at the deadline may have made the change (DeadlineWatch). */
  OUTCOME_UNKNOWN(500, "Outcome unknown", OutcomeUnknown.class),
  NOT_SUPPORTED(501, "Not supported", Unsupported.class),
  UPSTREAM_UNUSABLE(502, "Upstream unusable", UpstreamFailure.class),
  KEYS_UNAVAILABLE(503, "Keys unavailable", KeysUnavailable.class),

  /**
   * The store is away, or this instance is: too much is on its way (InboundLimitHandler), too many
   * wait (AdmissionControl), no thread was free in time or none has answered by the deadline
   * (DeadlineWatch), or it ends (ShutdownGuard).
   */
  STORAGE_UNAVAILABLE(503, "Storage unavailable", StorageUnavailable.class, IdTaken.class),
  UPSTREAM_TOO_SLOW(504, "Upstream too slow", UpstreamTooSlow.class),
  HTTP_VERSION_NOT_SUPPORTED(505, "HTTP version not supported");

  private static final Properties MEANINGS = meanings();

  private final int status;
  private final String title;
  private final List<Class<? extends Throwable>> failures;

  @SafeVarargs
  ProblemType(int status, String title, Class<? extends Throwable>... failures) {
    this.status = status;
    this.title = title;
    this.failures = List.of(failures);
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  /** The stable name in the URI: the constant's in lower case, with hyphens. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The value of a problem's {@code type} (RFC 9457, section 3.1.1). */
  public String uri() {
    return "urn:kpi-groups:problem:" + slug();
  }

  /** When this is answered, in a sentence without a full stop; from problems.properties. */
  public String meaning() {
    return MEANINGS.getProperty(slug());
  }

  /** The header fields that every problem of this type has. */
  public Map<String, String> headers() {
    return switch (this) {
      case UNAUTHENTICATED -> Map.of("WWW-Authenticate", "Bearer");
      case IDEMPOTENCY_KEY_IN_USE, KEYS_UNAVAILABLE, STORAGE_UNAVAILABLE, RATE_LIMITED ->
          Map.of("Retry-After", "1");
      case REQUEST_TIMEOUT, BODY_TOO_LARGE -> Map.of("Connection", "close");
      default -> Map.of();
    };
  }

  /** Whether such a failure is answered with this problem. */
  boolean tells(Throwable failure) {
    return failures.contains(failure.getClass());
  }

  private static Properties meanings() {
    try (InputStream file = ProblemType.class.getResourceAsStream("problems.properties")) {
      Properties meanings = new Properties();
      meanings.load(file);
      return meanings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
