package io.kpigroups.adapter.client.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.kpigroups.application.port.Unsupported;
import io.kpigroups.application.port.UpstreamFailure;
import io.kpigroups.domain.failure.KpiGroupException;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A response of upstream.
 *
 * @param http its status and headers
 * @param body the bytes of its body
 * @param afterLostResponse whether an earlier try may have been applied, though its response was
 *     lost
 */
public record UpstreamResponse(Response http, byte[] body, boolean afterLostResponse) {
  /** The slug of a problem which says that there is no such group. */
  public static final String GROUP_NOT_FOUND = "group-not-found";

  /** The slug of a problem which says that there is no such KPI. */
  public static final String KPI_NOT_FOUND = "kpi-not-found";

  /**
   * What these say comes from whoever guards the way, and is true of every upstream: who may call,
   * and how large and how fast a request may be.
   */
  private static final Set<Integer> OF_ANY_UPSTREAM = Set.of(401, 402, 403, 407, 408, 413, 431);

  /** What a service like this one says of an operation that it does not have. */
  private static final Set<String> WITHOUT_OPERATION =
      Set.of("", "path-not-found", "method-not-allowed");

  /**
   * Reads the body.
   *
   * @throws CallFailedException if upstream says that it failed
   */
  public static UpstreamResponse read(Response http) {
    byte[] body = http.readEntity(byte[].class);
    var response = new UpstreamResponse(http, body == null ? new byte[0] : body, false);
    Optional<FailureReason> failure = FailureReason.of(response.status());
    if (failure.isPresent()) {
      throw new CallFailedException(failure.get(), response);
    }
    return response;
  }

  public UpstreamResponse withLostResponseBefore() {
    return new UpstreamResponse(http, body, true);
  }

  public int status() {
    return http.getStatus();
  }

  public boolean isAbsent() {
    return status() == 404 || status() == 410;
  }

  /** Whether something else is at the address: a web site, or a service whose API is elsewhere. */
  public boolean isElsewhere() {
    boolean isPage = header("Content-Type").orElse("").toLowerCase(Locale.ROOT).contains("html");
    return isPage && body.length > 0 && (status() < 300 || isAbsent())
        || isAbsent() && problem().slug().equals("path-not-found");
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(http.getHeaderString(name));
  }

  /** How long upstream asks to be left alone. */
  Optional<Duration> retryAfter() {
    return RetryAfter.parse(header("Retry-After"), header("Date"));
  }

  /** Whether a service like this one refuses the caller. */
  public boolean isCallerRefusedByOurs() {
    return (status() == 401 || status() == 403) && !problem().slug().isEmpty();
  }

  /**
   * This response, if it is a success.
   *
   * @throws KpiGroupException the failure that it stands for otherwise
   */
  public UpstreamResponse orThrow() {
    if (isElsewhere()) {
      throw ExceptionTranslator.wrongAddress(this);
    }
    if (status() >= 300) {
      throw ExceptionTranslator.refusal(this);
    }
    return this;
  }

  /**
   * This response, if it is a success.
   *
   * @param absent what is missing if the status is 404 or 410, by the slug of the problem
   * @throws KpiGroupException the failure that it stands for otherwise
   */
  public UpstreamResponse orThrow(Function<String, KpiGroupException> absent) {
    if (isAbsent() && !isElsewhere()) {
      throw absent.apply(problem().slug());
    }
    return orThrow();
  }

  /**
   * This response to what every upstream has.
   *
   * @throws UpstreamFailure if something else is at the address
   */
  public UpstreamResponse ofTheApi() {
    if (isAbsent() || isElsewhere()) {
      throw ExceptionTranslator.wrongAddress(this);
    }
    return this;
  }

  /**
   * This response to what only a service like this one can do, if it is a success.
   *
   * @throws Unsupported if upstream refuses it as another service does that does not know it
   * @throws KpiGroupException the failure that it stands for otherwise
   */
  public UpstreamResponse orUnsupported() {
    if (status() >= 400
        && !OF_ANY_UPSTREAM.contains(status())
        && WITHOUT_OPERATION.contains(problem().slug())) {
      throw ExceptionTranslator.unsupported();
    }
    return orThrow();
  }

  /**
   * Nothing, if the response is a success, or says that what was to be added is there already and
   * an earlier try of ours may have added it.
   *
   * @throws KpiGroupException otherwise, as {@link #orThrow} does
   */
  public void requireAdded(Function<String, KpiGroupException> absent) {
    boolean byEarlierTry = afterLostResponse && status() == 409 && problem().slug().isEmpty();
    if (!byEarlierTry) {
      orThrow(absent);
    }
  }

  /**
   * Nothing, if the response is a success, or says that what was to be removed is not there and an
   * earlier try of ours may have removed it. A group that is not there was not removed by us.
   *
   * @throws KpiGroupException otherwise, as {@link #orThrow} does
   */
  public void requireRemoved(Function<String, KpiGroupException> absent) {
    boolean byEarlierTry =
        afterLostResponse && isAbsent() && !problem().slug().equals(GROUP_NOT_FOUND);
    if (!byEarlierTry) {
      orThrow(absent);
    }
  }

  /** What a service like this one says of a problem; empty if there is none. */
  public String sentence() {
    return problem().detail();
  }

  /** The problem in the body; one without a slug if there is none. */
  UpstreamProblem problem() {
    try {
      return UpstreamProblem.read(json());
    } catch (UpstreamFailure e) {
      return UpstreamProblem.read(MissingNode.getInstance());
    }
  }

  /**
   * The body as JSON.
   *
   * @throws UpstreamFailure if it is not JSON, or has more in it than is accepted
   */
  public JsonNode json() {
    return StrictJson.read(body)
        .orElseThrow(
            () -> ExceptionTranslator.unusable("no JSON, with the HTTP status " + status()));
  }
}
