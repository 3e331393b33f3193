package io.kpigroups.domain.failure;

/**
 * Why something was not done. The message is a sentence for people that says what would be right.
 * It never contains anything of another account, of a database or of a library.
 *
 * <p>Every failure is of a final class, so that a map by class can answer each with a status or an
 * exit code. A test that none is missing finds them by {@code getPermittedSubclasses()} of this
 * class and of {@code application.port.PortFailure}, which is all that an {@link ExternalFailure}
 * can be. A later version may have more: answer those in a general way.
 */
public abstract sealed class KpiGroupException extends RuntimeException
    permits InvalidInput,
        AccountMismatch,
        IdTaken,
        NotPermitted,
        GroupNotFound,
        KpiNotFound,
        RevisionRequired,
        StaleRevision,
        LimitReached,
        IdempotencyKeyReused,
        IdempotencyKeyInUse,
        ExternalFailure {

  KpiGroupException(String message) {
    super(message);
  }

  KpiGroupException(String message, Throwable cause) {
    super(message, cause);
  }

  /** A sentence for people; always there. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
