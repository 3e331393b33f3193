package io.kpigroups.bootstrap.identity;

import io.kpigroups.adapter.rest.Authenticator.KeysUnavailable;
import io.kpigroups.application.port.Deadline;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jose4j.lang.JoseException;

/**
 * The key set of an OIDC provider, fetched when it is first needed.
 *
 * <p>It is fetched again for an unknown key id, at most once a minute, and when it is an hour old,
 * so that a key that the provider has withdrawn is not trusted for ever. Keys that were had once go
 * on being used while the provider cannot be reached. Redirects are not followed.
 */
final class RemoteKeys implements VerificationKeys {
  private static final Logger LOG = Logger.getLogger(RemoteKeys.class);
  private static final Duration LONGEST_FETCH = Duration.ofSeconds(2);
  private static final Duration BETWEEN_FETCHES = Duration.ofMinutes(1);
  private static final Duration UNTIL_FIRST_RETRY = Duration.ofSeconds(1);
  private static final Duration STALE = Duration.ofHours(1);

  private final URI location;
  private final Clock clock;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(LONGEST_FETCH)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final ReentrantLock fetching = new ReentrantLock();
  private volatile State state =
      new State(new KeySet(List.of()), Instant.MIN, Instant.MIN, Optional.empty());

  /**
   * The keys, when they were had, when they may be fetched again, and why the last fetch failed.
   */
  private record State(KeySet keys, Instant had, Instant next, Optional<Exception> failure) {}

  RemoteKeys(URI location, Clock clock) {
    this.location = location;
    this.clock = clock;
  }

  @Override
  public List<PublicKey> fitting(String algorithm, Optional<String> keyId) {
    List<PublicKey> fitting = state.keys().fitting(algorithm, keyId);
    if (fitting.isEmpty()) {
      refresh(Deadline.remaining(LONGEST_FETCH));
      fitting = state.keys().fitting(algorithm, keyId);
    } else if (!clock.instant().isBefore(state.had().plus(STALE))) {
      refresh(Duration.ZERO);
      fitting = state.keys().fitting(algorithm, keyId);
    }
    Optional<Exception> failure = state.failure();
    if (fitting.isEmpty() && failure.isPresent()) {
      throw unavailable(failure.get());
    }
    return fitting;
  }

  /** Fetches the keys unless it was done just now; another thread's fetch is waited for. */
  private void refresh(Duration patience) {
    try {
      if (fetching.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        try {
          fetchIfDue();
        } finally {
          fetching.unlock();
        }
      } else if (!patience.isZero()) {
        throw unavailable(new TimeoutException());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable(e);
    }
  }

  private void fetchIfDue() throws InterruptedException {
    Instant now = clock.instant();
    State before = state;
    if (now.isBefore(before.next())) {
      return;
    }
    try {
      state = new State(fetch(), now, now.plus(BETWEEN_FETCHES), Optional.empty());
    } catch (IOException | ExecutionException | TimeoutException | JoseException e) {
      LOG.warn("The keys at " + location + " cannot be had: " + e);
      Duration pause = before.keys().isEmpty() ? UNTIL_FIRST_RETRY : BETWEEN_FETCHES;
      state = new State(before.keys(), before.had(), now.plus(pause), Optional.of(e));
    }
  }

  private KeySet fetch()
      throws InterruptedException,
          IOException,
          ExecutionException,
          TimeoutException,
          JoseException {
    HttpRequest request = HttpRequest.newBuilder(location).header("Accept", "*/*").build();
    CompletableFuture<HttpResponse<String>> answer =
        http.sendAsync(request, BodyHandlers.ofString());
    try {
      long wait = Deadline.remaining(LONGEST_FETCH).toMillis();
      HttpResponse<String> response = answer.get(wait, TimeUnit.MILLISECONDS);
      if (response.statusCode() != 200) {
        throw new IOException("The answer was " + response.statusCode() + ".");
      }
      KeySet keys = KeySet.parse(response.body());
      if (keys.isEmpty()) {
        throw new IOException("There is no key for RS256 or ES256.");
      }
      return keys;
    } finally {
      answer.cancel(true);
    }
  }

  private static KeysUnavailable unavailable(Exception cause) {
    return new KeysUnavailable("The keys that verify tokens cannot be had at the moment.", cause);
  }
}
