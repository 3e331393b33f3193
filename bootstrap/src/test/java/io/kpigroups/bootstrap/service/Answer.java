package io.kpigroups.bootstrap.service;

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
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * An answer of the service, and how long who asked had to wait for it.
 *
 * @param question what was asked
 */
record Answer(String question, int status, HttpResponse<String> response, Duration waited) {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** The answer to come to a request that is sent now. */
  static CompletableFuture<Answer> to(HttpRequest request) {
    long start = System.nanoTime();
    return HTTP.sendAsync(request, BodyHandlers.ofString())
        .thenApply(
            response ->
                new Answer(
                    request.method() + " " + request.uri().getPath(),
                    response.statusCode(),
                    response,
                    Duration.ofNanos(System.nanoTime() - start)));
  }

  static Answer get(URI address) {
    return to(HttpRequest.newBuilder(address).build()).join();
  }

  boolean isSuccess() {
    return status < 300;
  }

  String body() {
    return response.body();
  }

  /** The first header of this name, or null. */
  @Nullable String headerValue(String name) {
    return response.headers().firstValue(name).orElse(null);
  }

  /** All headers of this name. */
  List<String> headerValues(String name) {
    return response.headers().allValues(name);
  }

  /** What {@link Json#read} finds in the body. */
  <T> T path(String path) {
    return Json.read(body(), path);
  }

  /** The same as text. */
  String json(String path) {
    return Objects.toString(this.<Object>path(path), null);
  }

  List<Map<String, Object>> objects(String path) {
    return path(path);
  }

  Answer has(int expected) {
    assertThat(status).as(question + ": " + response.body()).isEqualTo(expected);
    return this;
  }

  Answer within(Duration time) {
    assertThat(waited).as(question).isLessThan(time);
    return this;
  }

  /**
   * Asserts that this says that the store does not work, and no more than that.
   *
   * @param mayBeUnknown whether the change that was asked for may have happened nevertheless
   */
  void tellsThatTheStoreFails(boolean mayBeUnknown) {
    boolean unknown = mayBeUnknown && status == 500;
    has(unknown ? 500 : 503);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(json("type"))
        .as(question)
        .isEqualTo(
            "urn:kpi-groups:problem:" + (unknown ? "outcome-unknown" : "storage-unavailable"));
    assertThat(response.headers().firstValue("Retry-After").isPresent()).isEqualTo(!unknown);
    assertThat(response.body()).doesNotContain("127.0.0.1", "Exception", "mongodb");
  }
}
