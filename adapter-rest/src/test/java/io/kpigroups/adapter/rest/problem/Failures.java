package io.kpigroups.adapter.rest.problem;

import static java.util.Map.entry;

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
import io.kpigroups.domain.failure.AccountMismatch;
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
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.InternalServerErrorException;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Every failure that a request can end in, and what problem it is to be. */
public final class Failures {
  private static final Throwable CAUSE = new IllegalStateException("secret");

  private Failures() {}

  /** Those of which the service tells by a message of its own. */
  public static final Map<Throwable, ProblemType> TOLD =
      Map.ofEntries(
          entry(new Unauthenticated("Expired."), ProblemType.UNAUTHENTICATED),
          entry(new KeysUnavailable("No keys.", CAUSE), ProblemType.KEYS_UNAVAILABLE),
          entry(new InvalidInput("Wrong."), ProblemType.INVALID_INPUT),
          entry(new NotPermitted("This needs more."), ProblemType.NOT_PERMITTED),
          entry(new GroupNotFound(), ProblemType.GROUP_NOT_FOUND),
          entry(new KpiNotFound("k1"), ProblemType.KPI_NOT_FOUND),
          entry(new GroupOrKpiNotFound(), ProblemType.GROUP_OR_KPI_NOT_FOUND),
          entry(new CredentialsRefused("Refused."), ProblemType.UNAUTHENTICATED),
          entry(new RateLimited("Too often.", Optional.empty()), ProblemType.RATE_LIMITED),
          entry(new Unsupported("Cannot."), ProblemType.NOT_SUPPORTED),
          entry(new UpstreamFailure("Broken.", CAUSE), ProblemType.UPSTREAM_UNUSABLE),
          entry(new UpstreamTooSlow("Slow.", CAUSE), ProblemType.UPSTREAM_TOO_SLOW),
          entry(new RevisionRequired(), ProblemType.REVISION_REQUIRED),
          entry(new StaleRevision(), ProblemType.STALE_REVISION),
          entry(new IdempotencyKeyReused(), ProblemType.IDEMPOTENCY_KEY_REUSED),
          entry(new IdempotencyKeyInUse(Duration.ofSeconds(2)), ProblemType.IDEMPOTENCY_KEY_IN_USE),
          entry(LimitReached.groups(5), ProblemType.LIMIT_REACHED),
          entry(new StorageUnavailable("Away.", CAUSE), ProblemType.STORAGE_UNAVAILABLE),
          entry(new IdTaken(), ProblemType.STORAGE_UNAVAILABLE),
          entry(new OutcomeUnknown("Lost.", CAUSE), ProblemType.OUTCOME_UNKNOWN),
          entry(denied(AccessDenied.Reason.ACCOUNT), ProblemType.ACCOUNT_FORBIDDEN),
          entry(denied(AccessDenied.Reason.NO_USER), ProblemType.NO_USER),
          entry(denied(AccessDenied.Reason.PERMISSION), ProblemType.NOT_PERMITTED),
          entry(denied(AccessDenied.Reason.PAYMENT), ProblemType.ACCOUNT_SUSPENDED));

  /** Those whose own message is nobody's business. */
  public static final Map<Throwable, ProblemType> HUSHED_UP =
      Map.ofEntries(
          entry(new AccountMismatch(), ProblemType.INTERNAL_ERROR),
          entry(new IllegalStateException("secret"), ProblemType.INTERNAL_ERROR),
          entry(new StackOverflowError("secret"), ProblemType.INTERNAL_ERROR),
          entry(new NotFoundException("secret"), ProblemType.PATH_NOT_FOUND),
          entry(new NotAllowedException("secret", CAUSE, "GET"), ProblemType.METHOD_NOT_ALLOWED),
          entry(new NotAcceptableException("secret"), ProblemType.NOT_ACCEPTABLE),
          entry(new NotSupportedException("secret"), ProblemType.UNSUPPORTED_MEDIA_TYPE),
          entry(new BadRequestException("secret"), ProblemType.INVALID_INPUT),
          entry(new InternalServerErrorException("secret"), ProblemType.INTERNAL_ERROR));

  private static AccessDenied denied(AccessDenied.Reason reason) {
    return new AccessDenied(reason, "Denied: " + reason + ".");
  }
}
