package io.kpigroups.adapter.rest;

import io.kpigroups.adapter.rest.Authenticator.KeysUnavailable;
import io.kpigroups.adapter.rest.Authenticator.Unauthenticated;
import io.kpigroups.application.port.AccessDenied;
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
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.failure.KpiGroupException;
import io.kpigroups.domain.failure.KpiNotFound;
import io.kpigroups.domain.failure.LimitReached;
import io.kpigroups.domain.failure.NotPermitted;
import io.kpigroups.domain.failure.RevisionRequired;
import io.kpigroups.domain.failure.StaleRevision;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Says of every failure what problem it is: the one place where failures meet HTTP. */
final class Problems {
  private static final Logger LOG = Logger.getLogger(Problems.class);

  private static final Map<Class<? extends Throwable>, ProblemType> TYPES =
      Map.ofEntries(
          Map.entry(Unauthenticated.class, ProblemType.UNAUTHENTICATED),
          Map.entry(KeysUnavailable.class, ProblemType.KEYS_UNAVAILABLE),
          Map.entry(InvalidInput.class, ProblemType.INVALID_INPUT),
          Map.entry(NotPermitted.class, ProblemType.NOT_PERMITTED),
          Map.entry(GroupNotFound.class, ProblemType.GROUP_NOT_FOUND),
          Map.entry(KpiNotFound.class, ProblemType.KPI_NOT_FOUND),
          Map.entry(GroupOrKpiNotFound.class, ProblemType.GROUP_OR_KPI_NOT_FOUND),
          Map.entry(CredentialsRefused.class, ProblemType.UNAUTHENTICATED),
          Map.entry(RateLimited.class, ProblemType.RATE_LIMITED),
          Map.entry(Unsupported.class, ProblemType.NOT_SUPPORTED),
          Map.entry(UpstreamFailure.class, ProblemType.UPSTREAM_UNUSABLE),
          Map.entry(UpstreamTooSlow.class, ProblemType.UPSTREAM_TOO_SLOW),
          Map.entry(RevisionRequired.class, ProblemType.REVISION_REQUIRED),
          Map.entry(StaleRevision.class, ProblemType.STALE_REVISION),
          Map.entry(LimitReached.class, ProblemType.LIMIT_REACHED),
          // Whoever repeats the request gets another id: to the caller, nothing but a bad moment.
          Map.entry(IdTaken.class, ProblemType.STORAGE_UNAVAILABLE),
          Map.entry(StorageUnavailable.class, ProblemType.STORAGE_UNAVAILABLE),
          Map.entry(OutcomeUnknown.class, ProblemType.OUTCOME_UNKNOWN),
          Map.entry(NotFoundException.class, ProblemType.PATH_NOT_FOUND),
          Map.entry(NotAllowedException.class, ProblemType.METHOD_NOT_ALLOWED),
          Map.entry(NotAcceptableException.class, ProblemType.NOT_ACCEPTABLE),
          Map.entry(NotSupportedException.class, ProblemType.UNSUPPORTED_MEDIA_TYPE));

  private Problems() {}

  /**
   * The problem that answers this failure; a failure of the service is logged with its trace id.
   */
  static Problem of(Throwable failure, RoutingContext http) {
    if (failure instanceof ApiProblem problem) {
      return of(problem.type(), String.valueOf(problem.getMessage()), problem.errors(), http);
    }
    ProblemType type = typeOf(failure);
    String trace = Exchange.of(http).traceId();
    if (type == ProblemType.INTERNAL_ERROR) {
      LOG.error("A request failed by a bug [traceId=" + trace + "]", failure);
    } else if (type.status() >= 500 && type != ProblemType.NOT_SUPPORTED) {
      LOG.warn("A request failed: " + withCauses(failure) + " [traceId=" + trace + "]");
    }
    return of(type, detail(type, failure), List.of(), http);
  }

  /** A problem of this kind. */
  static Problem of(
      ProblemType type, String detail, List<Problem.InputError> errors, RoutingContext http) {
    return new Problem(
        type.uri(),
        type.title(),
        type.status(),
        detail,
        Prefix.pathOf(http),
        Exchange.of(http).traceId(),
        errors);
  }

  /** The header fields that go with the problem that answers this failure. */
  static Map<String, String> headers(Throwable failure, boolean tokenSent) {
    return failure instanceof RateLimited limited && limited.retryAfter().isPresent()
        ? retryAfter(limited.retryAfter().get())
        : headers(typeOf(failure), tokenSent);
  }

  /** Whole seconds, rounded up, so that nobody comes back too early. */
  private static Map<String, String> retryAfter(Duration time) {
    return Map.of("Retry-After", String.valueOf(time.plusMillis(999).toSeconds()));
  }

  /** The header fields that go with a problem of this type. */
  static Map<String, String> headers(ProblemType type, boolean tokenSent) {
    return switch (type) {
      case UNAUTHENTICATED ->
          Map.of("WWW-Authenticate", tokenSent ? "Bearer error=\"invalid_token\"" : "Bearer");
      case KEYS_UNAVAILABLE, STORAGE_UNAVAILABLE, RATE_LIMITED -> Map.of("Retry-After", "1");
      case REQUEST_TIMEOUT, BODY_TOO_LARGE -> Map.of("Connection", "close");
      default -> Map.of();
    };
  }

  static ProblemType typeOf(Throwable failure) {
    if (failure instanceof ApiProblem problem) {
      return problem.type();
    }
    if (failure instanceof AccessDenied denied) {
      return typeOf(denied.reason());
    }
    ProblemType type = TYPES.get(failure.getClass());
    if (type != null) {
      return type;
    }
    boolean refused =
        failure instanceof WebApplicationException web && web.getResponse().getStatus() < 500;
    return refused ? ProblemType.INVALID_INPUT : ProblemType.INTERNAL_ERROR;
  }

  private static ProblemType typeOf(AccessDenied.Reason reason) {
    return switch (reason) {
      case ACCOUNT -> ProblemType.ACCOUNT_FORBIDDEN;
      case NO_USER -> ProblemType.NO_USER;
      case PERMISSION -> ProblemType.NOT_PERMITTED;
      case PAYMENT -> ProblemType.ACCOUNT_SUSPENDED;
    };
  }

  private static String detail(ProblemType type, Throwable failure) {
    boolean ours =
        failure instanceof KpiGroupException
            || failure instanceof Unauthenticated
            || failure instanceof KeysUnavailable;
    return ours && type != ProblemType.INTERNAL_ERROR
        ? String.valueOf(failure.getMessage())
        : type.meaning() + ".";
  }

  private static String withCauses(Throwable failure) {
    StringBuilder text = new StringBuilder(String.valueOf(failure.getMessage()));
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      text.append(" <- ").append(cause);
    }
    return text.toString();
  }
}
