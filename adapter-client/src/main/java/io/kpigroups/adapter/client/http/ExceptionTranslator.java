package io.kpigroups.adapter.client.http;

import io.kpigroups.application.port.AccessDenied;
import io.kpigroups.application.port.AccessDenied.Reason;
import io.kpigroups.application.port.CredentialsRefused;
import io.kpigroups.application.port.OutcomeUnknown;
import io.kpigroups.application.port.RateLimited;
import io.kpigroups.application.port.Unsupported;
import io.kpigroups.application.port.UpstreamFailure;
import io.kpigroups.application.port.UpstreamTooSlow;
import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.failure.IdempotencyKeyInUse;
import io.kpigroups.domain.failure.IdempotencyKeyReused;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.failure.KpiGroupException;
import io.kpigroups.domain.failure.KpiNotFound;
import io.kpigroups.domain.failure.LimitReached;
import io.kpigroups.domain.failure.RevisionRequired;
import io.kpigroups.domain.failure.StaleRevision;
import java.time.Duration;

/**
 * Translates failed calls and refusals of upstream into the failures of the port.
 *
 * <p>Messages go to clients, so they hold nothing that upstream or the network said. The one
 * exception: if upstream is a service like this one, the sentences of its problems are passed on.
 * Causes go to the log, and never hold a header.
 */
public final class ExceptionTranslator {
  /** True for whoever talks to that service, and for whoever talks to one in front of it. */
  private static final String SERVICE = "The service that keeps the groups ";

  private static final String INVALID = SERVICE + "refuses the input.";
  private static final String UNKNOWN_TOKEN = SERVICE + "does not accept the token.";
  private static final String FORBIDDEN = SERVICE + "does not permit this.";
  private static final String PAYMENT =
      SERVICE + "wants the account to be paid for first, or has suspended it.";
  private static final String NONSENSE = SERVICE + "gave an answer that makes no sense.";
  private static final String UNSUPPORTED =
      SERVICE + "cannot do this: only KPI Groups, in this version or a newer one, can.";
  private static final String REDIRECTED =
      SERVICE + "redirects to another address. Tokens do not follow there: is its address right?";
  private static final String WRONG_ADDRESS =
      "What answers is not the API of KPI groups: is the address of the service that keeps the"
          + " groups right?";

  /** If upstream does not say when to come back. */
  private static final Duration A_MOMENT = Duration.ofSeconds(1);

  private ExceptionTranslator() {}

  /** The failure of a call that may be repeated: a read, or a write that sets a state. */
  public static KpiGroupException ofRepeatable(CallFailedException e) {
    return switch (e.reason()) {
      case NOT_CONNECTED, CONNECTION_LOST, UNAVAILABLE, SERVER_ERROR ->
          new UpstreamFailure(SERVICE + "cannot be reached or failed.", e);
      case CONNECT_TIMEOUT, TIMEOUT, SHORT_TIMEOUT ->
          new UpstreamTooSlow(SERVICE + "did not answer in time.", e);
      case TOO_LARGE -> tooLarge(e);
      case TOO_MANY_REQUESTS ->
          new RateLimited(SERVICE + "wants to be called less often.", e.retryAfter());
      case REDIRECT -> new UpstreamFailure(REDIRECTED, e);
    };
  }

  /** The failure of a change that must not be repeated. */
  public static KpiGroupException ofChange(CallFailedException e) {
    if (!e.reason().isMaybeApplied()) {
      return ofRepeatable(e);
    }
    return e.response().isEmpty() || e.response().get().problem().slug().equals("outcome-unknown")
        ? outcomeUnknown(e)
        : new UpstreamFailure(
            SERVICE + "failed while it made the change: it may have been applied.", e);
  }

  /**
   * The failure of a change that upstream makes once, however often it is sent: where its answer
   * was lost, it may be sent again.
   */
  public static KpiGroupException ofChangeOnce(CallFailedException e) {
    return e.response().isEmpty() ? ofRepeatable(e) : ofChange(e);
  }

  /** A change that was made, though upstream does not say in a readable way how. */
  public static OutcomeUnknown outcomeUnknown(Throwable cause) {
    return new OutcomeUnknown(
        "The change was sent to the service that keeps the groups and the answer was lost: it may"
            + " have been applied.",
        cause);
  }

  /**
   * A success of a change that may be repeated, which does not say in a readable way what it did.
   */
  public static UpstreamFailure unreadableSuccess(UpstreamFailure cause) {
    return new UpstreamFailure(
        NONSENSE + " The change may have been made; it is safe to send it again.", cause);
  }

  /** What only a service like this one can do, and upstream is none. */
  public static Unsupported unsupported() {
    return new Unsupported(UNSUPPORTED);
  }

  /** A response that cannot be understood; the reason is for the log only. */
  public static UpstreamFailure unusable(String reason) {
    return new UpstreamFailure(NONSENSE, new IllegalStateException(reason));
  }

  /** A response that is not of the API: something else is at the address. */
  static UpstreamFailure wrongAddress(UpstreamResponse response) {
    return new UpstreamFailure(
        WRONG_ADDRESS, new IllegalStateException("HTTP status " + response.status()));
  }

  static UpstreamFailure tooLarge(Throwable cause) {
    return new UpstreamFailure(SERVICE + "gave an answer that is larger than is accepted.", cause);
  }

  /** The failure that a response with an HTTP status from 400 to 499, or 501, stands for. */
  static KpiGroupException refusal(UpstreamResponse response) {
    UpstreamProblem problem = response.problem();
    return switch (response.status()) {
      case 400 -> new InvalidInput(problem.detailOr(INVALID));
      case 401 -> new CredentialsRefused(problem.detailOr(UNKNOWN_TOKEN));
      case 402 -> new AccessDenied(Reason.PAYMENT, PAYMENT);
      case 403 -> new AccessDenied(reason(problem.slug()), problem.detailOr(FORBIDDEN));
      case 412 -> new StaleRevision();
      case 428 -> new RevisionRequired();
      default -> refusal(problem, response);
    };
  }

  private static KpiGroupException refusal(UpstreamProblem problem, UpstreamResponse response) {
    return switch (problem.slug()) {
      case UpstreamResponse.GROUP_NOT_FOUND -> new GroupNotFound();
      // Of a service like this one, in front of another one.
      case "not-supported" -> new Unsupported(problem.detail());
      case UpstreamResponse.KPI_NOT_FOUND -> KpiNotFound.elsewhere(problem.detail());
      case "limit-reached" -> LimitReached.elsewhere(problem.detail());
      case "idempotency-key-reused" -> new IdempotencyKeyReused();
      case "idempotency-key-in-use" ->
          new IdempotencyKeyInUse(response.retryAfter().orElse(A_MOMENT));
      default -> {
        if (response.status() == 422) {
          yield new InvalidInput(problem.detailOr(INVALID));
        }
        yield response.isAbsent()
            ? wrongAddress(response)
            : unusable("the HTTP status " + response.status());
      }
    };
  }

  private static Reason reason(String slug) {
    return switch (slug) {
      case "account-forbidden" -> Reason.ACCOUNT;
      case "no-user" -> Reason.NO_USER;
      case "account-suspended" -> Reason.PAYMENT;
      default -> Reason.PERMISSION;
    };
  }
}
