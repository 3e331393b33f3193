package io.kpigroups.bootstrap.identity;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An OIDC provider that is asked over HTTP. Redirects are not followed. */
final class HttpProvider implements RemoteKeys.Provider {
  private final URI location;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  HttpProvider(URI location) {
    this.location = location;
  }

  @Override
  public String fetch(Duration most) throws IOException, InterruptedException, TimeoutException {
    HttpRequest request =
        HttpRequest.newBuilder(location).header("Accept", "*/*").timeout(most).build();
    CompletableFuture<HttpResponse<String>> answer =
        http.sendAsync(request, BodyHandlers.ofString());
    try {
      // The request's own time does not cover the body.
      HttpResponse<String> response = answer.get(most.toMillis(), TimeUnit.MILLISECONDS);
      if (response.statusCode() != 200) {
        throw new IOException("The answer was " + response.statusCode() + ".");
      }
      return response.body();
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } finally {
      answer.cancel(true);
    }
  }

  @Override
  public String toString() {
    return location.toString();
  }
}
