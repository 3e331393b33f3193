package com.example.spring;

import static java.util.Map.entry;

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
import io.kpigroups.domain.failure.KpiGroupException;
import io.kpigroups.domain.failure.KpiNotFound;
import io.kpigroups.domain.failure.LimitReached;
import io.kpigroups.domain.failure.NotPermitted;
import io.kpigroups.domain.failure.RevisionRequired;
import io.kpigroups.domain.failure.StaleRevision;
import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers each failure as a problem of this application; the messages are made for that. */
@RestControllerAdvice
class Failures extends ResponseEntityExceptionHandler {
  /** Every failure there is. All are final, so that the class tells which it is. */
  static final Map<Class<? extends KpiGroupException>, HttpStatus> STATUS =
      Map.ofEntries(
          entry(InvalidInput.class, HttpStatus.BAD_REQUEST),
          entry(CredentialsRefused.class, HttpStatus.UNAUTHORIZED),
          entry(NotPermitted.class, HttpStatus.FORBIDDEN),
          entry(AccessDenied.class, HttpStatus.FORBIDDEN),
          entry(GroupNotFound.class, HttpStatus.NOT_FOUND),
          entry(KpiNotFound.class, HttpStatus.NOT_FOUND),
          entry(GroupOrKpiNotFound.class, HttpStatus.NOT_FOUND),
          entry(LimitReached.class, HttpStatus.CONFLICT),
          entry(IdempotencyKeyInUse.class, HttpStatus.CONFLICT),
          entry(StaleRevision.class, HttpStatus.PRECONDITION_FAILED),
          entry(RevisionRequired.class, HttpStatus.PRECONDITION_REQUIRED),
          entry(IdempotencyKeyReused.class, HttpStatus.UNPROCESSABLE_CONTENT),
          entry(RateLimited.class, HttpStatus.TOO_MANY_REQUESTS),
          entry(AccountMismatch.class, HttpStatus.INTERNAL_SERVER_ERROR),
          entry(OutcomeUnknown.class, HttpStatus.INTERNAL_SERVER_ERROR),
          entry(Unsupported.class, HttpStatus.NOT_IMPLEMENTED),
          entry(UpstreamFailure.class, HttpStatus.BAD_GATEWAY),
          entry(IdTaken.class, HttpStatus.SERVICE_UNAVAILABLE),
          entry(StorageUnavailable.class, HttpStatus.SERVICE_UNAVAILABLE),
          entry(UpstreamTooSlow.class, HttpStatus.GATEWAY_TIMEOUT));

  @ExceptionHandler
  ProblemDetail handle(KpiGroupException failure) {
    HttpStatus status = STATUS.getOrDefault(failure.getClass(), HttpStatus.INTERNAL_SERVER_ERROR);
    if (status.is5xxServerError()) {
      logger.warn("Answered " + status, failure);
    }
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, failure.getMessage());
    problem.setType(URI.create("urn:problem:" + failure.getClass().getSimpleName()));
    return problem;
  }
}
