package io.kpigroups.benchmarks.load;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** The requests of one slice of time; used by one thread. */
final class Slice {
  private static final CharSequence AUTHORIZATION = HttpHeaders.createOptimized("Authorization");
  private static final CharSequence ACCOUNT = HttpHeaders.createOptimized("gtmhub-accountId");

  private final HttpClient client;
  private final LongFunction<Call> calls;
  private final long most;
  private final CompletableFuture<LoadResult> result = new CompletableFuture<>();
  private final Histogram latency = new Histogram(3);
  private long startedAt;
  private long sent;
  private long answered;
  private long failures;
  private boolean ended;
  private @Nullable String firstFailure;

  Slice(HttpClient client, LongFunction<Call> calls, long most) {
    this.client = client;
    this.calls = calls;
    this.most = most;
  }

  CompletableFuture<LoadResult> result() {
    return result;
  }

  /** Sends one request after the other until a moment, or until the slice has all its requests. */
  void sendUntil(long end) {
    if (sent < most && System.nanoTime() < end) {
      send(System.nanoTime(), () -> sendUntil(end));
    } else {
      ended = true;
      endIfAnswered();
    }
  }

  /** Sends the next request, which was due at a moment. */
  void send(long due) {
    send(due, () -> {});
    ended = sent == most;
  }

  private void send(long due, Runnable then) {
    if (sent == 0) {
      startedAt = System.nanoTime();
    }
    Call call;
    try {
      call = calls.apply(sent);
    } catch (RuntimeException e) {
      result.completeExceptionally(e);
      return;
    }
    sent++;
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.valueOf(call.method()))
            .setURI(Call.BASE + call.path())
            .setTimeout(LoadGenerator.PATIENCE.toMillis())
            .putHeader(AUTHORIZATION, "Bearer " + call.token())
            .putHeader(ACCOUNT, call.account());
    client
        .request(options)
        .compose(
            request -> {
              if (call.body() == null) {
                return request.send();
              }
              request.putHeader("Content-Type", "application/json");
              return request.send(Buffer.buffer(call.body()));
            })
        .compose(response -> response.body().map(body -> response))
        .onComplete(
            outcome -> {
              answered++;
              // A failure too: to fail late must not make the latencies better.
              latency.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - due));
              if (outcome.failed() || outcome.result().statusCode() != call.status()) {
                failures++;
                if (firstFailure == null) {
                  firstFailure = describe(call, outcome.result(), outcome.cause());
                }
              }
              then.run();
              endIfAnswered();
            });
  }

  private static String describe(
      Call call, @Nullable HttpClientResponse response, @Nullable Throwable cause) {
    return "%s %s: %s"
        .formatted(
            call.method(),
            call.path(),
            response == null ? String.valueOf(cause) : "status " + response.statusCode());
  }

  /** Ends the slice, whatever has not been answered. */
  void giveUp() {
    latency.recordValueWithCount(LoadGenerator.PATIENCE.toNanos() / 1000, sent - answered);
    failures += sent - answered;
    answered = sent;
    if (firstFailure == null) {
      firstFailure = "no answer";
    }
    complete();
  }

  private void endIfAnswered() {
    if (ended && answered == sent) {
      complete();
    }
  }

  private void complete() {
    result.complete(
        new LoadResult(
            answered - failures,
            failures,
            Optional.ofNullable(firstFailure),
            System.nanoTime() - startedAt,
            latency.copy()));
  }
}
