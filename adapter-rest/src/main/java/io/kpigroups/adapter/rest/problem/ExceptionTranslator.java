package io.kpigroups.adapter.rest.problem;

import io.kpigroups.application.port.AccessDenied;
import io.kpigroups.application.port.RateLimited;
import io.kpigroups.domain.failure.IdempotencyKeyInUse;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.Arrays;

/** Says of every failure which problem it is: the one place where failures meet HTTP. */
public final class ExceptionTranslator {
  private ExceptionTranslator() {}

  /** The problem that answers this failure. Only failures of our own keep their message. */
  public static ProblemException translate(Throwable failure) {
    if (failure instanceof ProblemException problem) {
      return problem;
    }
    ProblemType type = typeOf(failure);
    boolean ours =
        type != ProblemType.INTERNAL_ERROR && !(failure instanceof WebApplicationException);
    String detail = ours ? String.valueOf(failure.getMessage()) : type.meaning() + ".";
    ProblemException problem = new ProblemException(type, detail);
    if (failure instanceof RateLimited limited && limited.retryAfter().isPresent()) {
      problem.header("Retry-After", String.valueOf(seconds(limited.retryAfter().get())));
    } else if (failure instanceof IdempotencyKeyInUse inUse) {
      long seconds = Math.max(1, seconds(inUse.retryAfter()));
      problem.header("Retry-After", String.valueOf(seconds));
    }
    return problem;
  }

  /** Whole seconds, rounded up, so that nobody comes back too early. */
  private static long seconds(Duration time) {
    return time.plusMillis(999).toSeconds();
  }

  /** The problem that a refusal by the router or by Quarkus REST is. */
  public static ProblemType typeOf(int status) {
    return switch (status) {
      case 404 -> ProblemType.PATH_NOT_FOUND;
      case 405 -> ProblemType.METHOD_NOT_ALLOWED;
      case 406 -> ProblemType.NOT_ACCEPTABLE;
      case 413 -> ProblemType.BODY_TOO_LARGE;
      case 415 -> ProblemType.UNSUPPORTED_MEDIA_TYPE;
      default ->
          status >= 400 && status < 500 ? ProblemType.INVALID_INPUT : ProblemType.INTERNAL_ERROR;
    };
  }

  private static ProblemType typeOf(Throwable failure) {
    if (failure instanceof WebApplicationException web) {
      return typeOf(web.getResponse().getStatus());
    }
    if (failure instanceof AccessDenied denied) {
      return switch (denied.reason()) {
        case ACCOUNT -> ProblemType.ACCOUNT_FORBIDDEN;
        case NO_USER -> ProblemType.NO_USER;
        case PERMISSION -> ProblemType.NOT_PERMITTED;
        case PAYMENT -> ProblemType.ACCOUNT_SUSPENDED;
      };
    }
    return Arrays.stream(ProblemType.values())
        .filter(type -> type.tells(failure))
        .findFirst()
        .orElse(ProblemType.INTERNAL_ERROR);
  }
}
