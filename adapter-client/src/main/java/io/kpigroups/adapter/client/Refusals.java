package io.kpigroups.adapter.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.kpigroups.application.port.AccessDenied;
import io.kpigroups.application.port.AccessDenied.Reason;
import io.kpigroups.application.port.CredentialsRefused;
import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.failure.KpiGroupException;
import io.kpigroups.domain.failure.LimitReached;
import io.kpigroups.domain.failure.RevisionRequired;
import io.kpigroups.domain.failure.StaleRevision;
import java.util.Optional;
import java.util.function.Function;

/**
 * Turns upstream's refusals into failures of the port.
 *
 * <p>Where upstream is this service, its problems are understood to the letter, and their sentences
 * passed on. Of any other upstream only the status is, and the sentence is ours.
 */
final class Refusals {
  private static final String NAMESPACE = "urn:kpi-groups:problem:";

  /** What is longer than a few sentences is no detail of ours. */
  private static final int LONGEST_DETAIL = 5_000;

  private static final String INVALID = "The upstream service refuses the input.";
  private static final String UNKNOWN_TOKEN = "The upstream service does not accept the token.";
  private static final String FORBIDDEN = "The upstream service does not permit this.";
  private static final String UNPAID =
      "The upstream service wants the account to be paid for first, or has suspended it.";

  private Refusals() {}

  /** What a problem of this service says. */
  private record Told(String slug, String detail) {}

  /**
   * The failure that this refusal stands for.
   *
   * @param absent what is not there, by the slug of the problem that says so; {@code ""} where none
   *     does
   */
  static KpiGroupException of(Answer answer, Function<String, KpiGroupException> absent) {
    Optional<Told> told = answer.json().flatMap(Refusals::told);
    String slug = told.map(Told::slug).orElse("");
    return switch (answer.status()) {
      case 400, 422 -> new InvalidInput(told.map(Told::detail).orElse(INVALID));
      case 401 -> new CredentialsRefused(told.map(Told::detail).orElse(UNKNOWN_TOKEN));
      case 402 -> new AccessDenied(Reason.PAYMENT, UNPAID);
      case 403 -> new AccessDenied(reason(slug), told.map(Told::detail).orElse(FORBIDDEN));
      case 404, 410 -> absent.apply(slug);
      case 412 -> new StaleRevision();
      case 428 -> new RevisionRequired();
      default -> told.flatMap(Refusals::limit).orElseGet(() -> Failures.unusable(answer));
    };
  }

  /** Only a group can be missing. */
  static KpiGroupException noGroup(String slug) {
    return new GroupNotFound();
  }

  /** Whether the problem says that it is this which is missing. */
  static boolean isGroup(String slug) {
    return slug.equals("group-not-found");
  }

  /** Whether the problem says that it is this which is missing. */
  static boolean isKpi(String slug) {
    return slug.equals("kpi-not-found");
  }

  /**
   * Whether what was to be taken away is gone because a try before this one, whose answer was lost,
   * has taken it away. A group that is not there is none that we took away.
   */
  static boolean isGoneByUs(Answer answer) {
    boolean gone = answer.status() == 404 || answer.status() == 410;
    return answer.again() && gone && !isGroup(slug(answer));
  }

  /** Whether what was to be put there is there already because a try before this one put it. */
  static boolean isThereByUs(Answer answer) {
    return answer.again() && answer.status() == 409 && slug(answer).isEmpty();
  }

  /** Whether upstream itself does not know what became of a change. */
  static boolean isUnknownOutcome(Answer answer) {
    return slug(answer).equals("outcome-unknown");
  }

  private static String slug(Answer answer) {
    return answer.json().flatMap(Refusals::told).map(Told::slug).orElse("");
  }

  private static Reason reason(String slug) {
    return switch (slug) {
      case "account-forbidden" -> Reason.ACCOUNT;
      case "no-user" -> Reason.NO_USER;
      case "account-suspended" -> Reason.PAYMENT;
      default -> Reason.PERMISSION;
    };
  }

  private static Optional<KpiGroupException> limit(Told told) {
    return told.slug().equals("limit-reached")
        ? Optional.of(LimitReached.elsewhere(told.detail()))
        : Optional.empty();
  }

  private static Optional<Told> told(JsonNode problem) {
    String type = problem.path("type").asText();
    String detail = problem.path("detail").asText();
    boolean isSentence =
        !detail.isEmpty()
            && detail.length() <= LONGEST_DETAIL
            && detail.chars().noneMatch(Character::isISOControl);
    return type.startsWith(NAMESPACE) && isSentence
        ? Optional.of(new Told(type.substring(NAMESPACE.length()), detail))
        : Optional.empty();
  }
}
