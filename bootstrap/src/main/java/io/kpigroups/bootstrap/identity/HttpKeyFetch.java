package io.kpigroups.bootstrap.identity;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Fetches a key set over HTTP: no redirects, no more than {@link KeySetText#LONGEST} bytes, and all
 * of it within a time. Each fetch has a client of its own, so that it goes by the trust store as it
 * is then.
 */
record HttpKeyFetch(
    URI location, Vertx vertx, Supplier<HttpClientOptions> options, Duration longest)
    implements KeyFetch {
  private static final int OK = 200;

  @Override
  public String text() throws IOException {
    HttpClient client = vertx.createHttpClient(options.get());
    try {
      return answer(client)
          .toCompletionStage()
          .toCompletableFuture()
          .get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
    } catch (TimeoutException e) {
      throw new IOException("There was no whole answer within " + longest + ".", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    } finally {
      client.close();
    }
  }

  private Future<String> answer(HttpClient client) {
    RequestOptions request =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setAbsoluteURI(location.toString())
            .putHeader("Accept", "*/*")
            .putHeader("User-Agent", "kpi-groups");
    return client
        .request(request)
        .compose(sent -> sent.send().compose(response -> body(sent, response)));
  }

  private static Future<String> body(HttpClientRequest request, HttpClientResponse response) {
    Promise<String> whole = Promise.promise();
    response.exceptionHandler(whole::tryFail);
    if (response.statusCode() != OK) {
      whole.tryFail(new IOException("The answer was " + response.statusCode() + "."));
    }
    Buffer body = Buffer.buffer();
    response.endHandler(end -> whole.tryComplete(body.toString(StandardCharsets.UTF_8)));
    response.handler(
        part -> {
          if (body.length() + part.length() > KeySetText.LONGEST) {
            whole.tryFail(new IOException("It is larger than " + KeySetText.LONGEST + " bytes."));
            request.reset();
          } else {
            body.appendBuffer(part);
          }
        });
    return whole.future();
  }
}
