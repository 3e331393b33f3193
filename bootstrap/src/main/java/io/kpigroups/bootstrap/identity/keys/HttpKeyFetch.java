package io.kpigroups.bootstrap.identity.keys;

import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.runtime.config.TlsConfigUtils;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpResponseExpectation;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Fetches a key set over HTTP: no redirects, no more than {@link KeySet#MAX_BYTES} bytes, and all
 * of it within a time. Each fetch makes a client, so that it uses the trust store as it is then.
 */
record HttpKeyFetch(
    URI location,
    Vertx vertx,
    HttpClientOptions options,
    Optional<TlsConfiguration> trust,
    Duration timeout)
    implements Supplier<CompletionStage<String>> {

  @Override
  public CompletionStage<String> get() {
    HttpClientOptions current = new HttpClientOptions(options);
    trust.ifPresent(it -> TlsConfigUtils.configure(current, it));
    HttpClient client = vertx.createHttpClient(current);
    RequestOptions request =
        new RequestOptions()
            .setAbsoluteURI(location.toString())
            .putHeader("Accept", "*/*")
            .putHeader("User-Agent", "kpi-groups");
    // Without a handler, Vert.x logs the end of a connection, which the future reports already.
    return client
        .request(request)
        .compose(HttpClientRequest::send)
        .onSuccess(response -> response.exceptionHandler(failure -> {}))
        .expecting(HttpResponseExpectation.SC_OK)
        .compose(HttpKeyFetch::body)
        .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .onComplete(end -> client.close())
        .map(body -> body.toString(StandardCharsets.UTF_8))
        .toCompletionStage();
  }

  private static Future<Buffer> body(HttpClientResponse response) {
    AtomicInteger room = new AtomicInteger(KeySet.MAX_BYTES);
    response.handler(
        part -> {
          if (room.addAndGet(-part.length()) < 0) {
            IOException reason =
                new IOException("It is larger than " + KeySet.MAX_BYTES + " bytes.");
            response.request().reset(0, reason);
          }
        });
    return response.body();
  }
}
