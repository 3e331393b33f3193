package io.kpigroups.adapter.rest.http;

import io.kpigroups.application.port.Deadline;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.UserId;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one request from its arrival on: its time, its trace id, and, as far as it was
 * found out, what it is for and who sent it.
 */
public final class RequestContext {

  /** How far a request has come; it only ever goes forward. */
  public enum Phase {
    /** Its body is still arriving. */
    RECEIVING,
    /** It waits for a thread. */
    WAITING,
    /** A thread works on it. */
    WORKING,
    /** Its thread is stuck, so that it was answered for; the thread is not free yet. */
    STUCK,
    /** Its thread has done its work and is about to answer. */
    ANSWERING,
    /** No thread took it before it was answered or left: nothing was or will be done for it. */
    GIVEN_UP
  }

  private static final String KEY = RequestContext.class.getName();

  /** W3C Trace Context, section 3.2.2. */
  private static final Pattern TRACEPARENT =
      Pattern.compile(
          "(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}.*");

  private final LongSupplier nanoTime;
  private final long arrival;
  private final @Nullable String traceparent;
  private @Nullable String traceId;
  private volatile Phase phase = Phase.RECEIVING;
  private volatile Optional<Endpoint> endpoint = Optional.empty();
  private volatile Optional<Route> route = Optional.empty();
  private volatile Optional<AccountId> account = Optional.empty();
  private volatile Optional<UserId> user = Optional.empty();

  private RequestContext(
      @Nullable String traceId, @Nullable String traceparent, LongSupplier nanoTime) {
    this.traceId = traceId;
    this.traceparent = traceparent;
    this.nanoTime = nanoTime;
    this.arrival = nanoTime.getAsLong();
  }

  /** The context of this request; begun now if it was not yet. */
  public static RequestContext of(RoutingContext http) {
    RequestContext begun = http.get(KEY);
    return begun == null ? begin(http, Optional.empty(), System::nanoTime) : begun;
  }

  /**
   * Begins the context of this request.
   *
   * @param traceId the trace that the request is part of; empty to take the caller's, or a new one
   * @param nanoTime what its time is measured by
   */
  public static RequestContext begin(
      RoutingContext http, Optional<String> traceId, LongSupplier nanoTime) {
    RequestContext begun =
        new RequestContext(traceId.orElse(null), http.request().getHeader("traceparent"), nanoTime);
    http.put(KEY, begun);
    return begun;
  }

  /** Whether the context of this request has begun. */
  public static boolean isBegun(RoutingContext http) {
    return http.get(KEY) != null;
  }

  /** The deadline that is {@code time} after the request came in. */
  public Deadline deadline(Duration time) {
    return Deadline.in(time.minus(age()), nanoTime);
  }

  /** How long it is since the request came in. */
  public Duration age() {
    return Duration.ofNanos(nanoTime.getAsLong() - arrival);
  }

  public void setRoute(Route taken, String method) {
    route = Optional.of(taken);
    endpoint = taken.endpoint(method);
  }

  /** The route of the request; empty if the API has none for its path. */
  public Optional<Route> route() {
    return route;
  }

  /** What the request asks for; empty if its route has no such method. */
  public Optional<Endpoint> endpoint() {
    return endpoint;
  }

  public void setUser(Optional<UserId> sender) {
    user = sender;
  }

  /** The user whose token was verified. */
  public Optional<UserId> user() {
    return user;
  }

  /** Notes which account the request names, which need not be one that it may act in. */
  public void setAccount(Optional<AccountId> named) {
    account = named;
  }

  /** The account that was named behind a verified token. */
  public Optional<AccountId> account() {
    return account;
  }

  /** Takes the request from one phase to the next, unless it is not in that phase any more. */
  public synchronized boolean advance(Phase from, Phase to) {
    boolean still = phase == from;
    phase = still ? to : phase;
    return still;
  }

  /**
   * The same, and answers by this if it took the request on. Whoever comes to take it on meanwhile
   * waits until that answer is written: two that write at once would mix the status of one with the
   * body of the other.
   */
  public synchronized boolean advance(Phase from, Phase to, Runnable answer) {
    boolean still = advance(from, to);
    if (still) {
      answer.run();
    }
    return still;
  }

  public Phase phase() {
    return phase;
  }

  /**
   * The trace that the request is part of. Made when it is first asked for: few requests need it.
   */
  public synchronized String traceId() {
    String known = traceId;
    if (known == null) {
      known = traceIdOf(traceparent);
      traceId = known;
    }
    return known;
  }

  /** The trace that the caller's header field names, or a new one. */
  public static String traceIdOf(@Nullable String traceparent) {
    Matcher trace = TRACEPARENT.matcher(traceparent == null ? "" : traceparent);
    return trace.matches() ? trace.group(1) : UUID.randomUUID().toString().replace("-", "");
  }
}
