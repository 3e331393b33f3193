package io.kpigroups.bootstrap.service.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An answer of the service.
 *
 * @param question what was asked
 * @param waited how long who asked had to wait for it
 */
public record Answer(String question, int status, HttpResponse<String> response, Duration waited) {
  private static final Pattern LINK = Pattern.compile("<([^>]+)>; rel=\"([a-z]+)\"");
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** The answer to come to a request that is sent now. */
  public static CompletableFuture<Answer> to(HttpRequest request) {
    Stopwatch watch = new Stopwatch();
    return HTTP.sendAsync(request, BodyHandlers.ofString())
        .thenApply(
            response ->
                new Answer(
                    request.method() + " " + request.uri(),
                    response.statusCode(),
                    response,
                    watch.time()));
  }

  public static Answer get(URI address) {
    return to(HttpRequest.newBuilder(address).build()).join();
  }

  /** The answer to a read, which is asked again as long as the service has no time for it. */
  public static Answer whenThereIsTime(HttpRequest read) {
    return Patience.await().until(() -> to(read).join(), answer -> answer.status() != 503);
  }

  /**
   * Where the link to the next page leads, below the address of the API; empty on the last page.
   */
  public Optional<String> next() {
    return link("next");
  }

  /** Where the link of this relation leads, below the address of the API. */
  public Optional<String> link(String relation) {
    return LINK.matcher(Objects.requireNonNull(headerValue("Link")))
        .results()
        .filter(link -> link.group(2).equals(relation))
        .map(link -> link.group(1).substring(Client.API.length()))
        .findAny();
  }

  public boolean isSuccess() {
    return status < 300;
  }

  public String body() {
    return response.body();
  }

  /** The first header of this name, or null. */
  public @Nullable String headerValue(String name) {
    return response.headers().firstValue(name).orElse(null);
  }

  /** All headers of this name. */
  public List<String> headerValues(String name) {
    return response.headers().allValues(name);
  }

  /** What {@link Json#read} finds in the body. */
  public <T> T path(String path) {
    return Json.read(body(), path);
  }

  /** The same as text. */
  public String json(String path) {
    return Objects.toString(this.<Object>path(path), null);
  }

  public List<Map<String, Object>> objects(String path) {
    return path(path);
  }

  /** The check of this name in an answer of health. */
  public Map<String, Object> check(String name) {
    return objects("checks").stream()
        .filter(check -> check.get("name").equals(name))
        .findAny()
        .orElseThrow(() -> new AssertionError("No check " + name + ": " + body()));
  }

  public Answer has(int expected) {
    assertThat(status).as(question + ": " + response.body()).isEqualTo(expected);
    return this;
  }
}
