package io.kpigroups.adapter.rest;

import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.in.Operation;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.UserId;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one request from its arrival on: its time, its body, its trace id, and, as far
 * as it was found out, what it is for and who sent it.
 */
final class Exchange {

  /** How far a request has come; it only ever goes forward. */
  enum Phase {
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
    /** It was given up before a thread took it: nothing was and nothing will be done for it. */
    GIVEN_UP
  }

  private static final String KEY = Exchange.class.getName();
  private static final Set<Operation> NOT_REPEATABLE =
      EnumSet.of(Operation.CREATE_GROUP, Operation.RENAME_GROUP, Operation.DELETE_GROUP);

  /** W3C Trace Context, section 3.2.2. */
  private static final Pattern TRACEPARENT =
      Pattern.compile(
          "(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}.*");

  private final LongSupplier nanoTime;
  private final long arrival;
  private final Buffer body = Buffer.buffer();
  private final String traceId;
  private volatile Phase phase = Phase.RECEIVING;
  private volatile @Nullable Operation operation;
  private volatile @Nullable Routes route;
  private volatile @Nullable AccountId account;
  private volatile @Nullable UserId user;

  private Exchange(String traceId, LongSupplier nanoTime) {
    this.traceId = traceId;
    this.nanoTime = nanoTime;
    this.arrival = nanoTime.getAsLong();
  }

  /** The exchange of this request; begun now if it was not yet. */
  static Exchange of(RoutingContext http) {
    Exchange begun = http.get(KEY);
    if (begun != null) {
      return begun;
    }
    return begin(http, Optional.empty(), System::nanoTime);
  }

  /**
   * Begins the exchange of this request.
   *
   * @param traceId the trace that the request is part of; empty to take the caller's, or a new one
   * @param nanoTime what its time is measured by
   */
  static Exchange begin(RoutingContext http, Optional<String> traceId, LongSupplier nanoTime) {
    String parent = http.request().getHeader("traceparent");
    Exchange exchange = new Exchange(traceId.orElseGet(() -> traceIdOf(parent)), nanoTime);
    http.put(KEY, exchange);
    return exchange;
  }

  /** Whether the exchange of this request has begun. */
  static boolean isBegun(RoutingContext http) {
    return http.get(KEY) != null;
  }

  /** The deadline that is {@code time} after the request came in. */
  Deadline deadline(Duration time) {
    return Deadline.in(time.minus(age()), nanoTime);
  }

  /** How long it is since the request came in. */
  Duration age() {
    return Duration.ofNanos(nanoTime.getAsLong() - arrival);
  }

  /** Notes which route the request took. */
  void takes(Routes newRoute) {
    route = newRoute;
  }

  /** The route of the request; empty if the API has none for its path. */
  Optional<Routes> route() {
    return Optional.ofNullable(route);
  }

  /** Notes who sent the request. */
  void isFrom(Optional<UserId> newUser) {
    user = newUser.orElse(null);
  }

  /** Notes which account the request names, which need not be one that it may act in. */
  void isFor(Optional<AccountId> newAccount) {
    account = newAccount.orElse(null);
  }

  /** The user whose token was verified. */
  Optional<UserId> user() {
    return Optional.ofNullable(user);
  }

  /** The account that was named behind a verified token. */
  Optional<AccountId> account() {
    return Optional.ofNullable(account);
  }

  /** Notes what the request is about to do. */
  void startsWorking(Operation newOperation) {
    operation = newOperation;
  }

  /** Whether the operation is one that must not be repeated blindly once it was begun. */
  boolean mayHaveChanged() {
    return operation != null && NOT_REPEATABLE.contains(operation);
  }

  /** Takes the request from one phase to the next, unless it is not in that phase any more. */
  synchronized boolean advance(Phase from, Phase to) {
    if (phase != from) {
      return false;
    }
    phase = to;
    return true;
  }

  Phase phase() {
    return phase;
  }

  /** Whether a thread is taken up by it, however the request itself has ended. */
  boolean holdsThread() {
    return phase == Phase.WORKING || phase == Phase.STUCK;
  }

  Buffer body() {
    return body;
  }

  String traceId() {
    return traceId;
  }

  /** The trace that the caller's header field names, or a new one. */
  static String traceIdOf(@Nullable String traceparent) {
    Matcher trace = TRACEPARENT.matcher(traceparent == null ? "" : traceparent);
    return trace.matches() ? trace.group(1) : randomTraceId();
  }

  private static String randomTraceId() {
    byte[] id = new byte[16];
    ThreadLocalRandom.current().nextBytes(id);
    return HexFormat.of().formatHex(id);
  }
}
