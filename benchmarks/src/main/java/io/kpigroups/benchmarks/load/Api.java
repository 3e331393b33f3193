package io.kpigroups.benchmarks.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A simple client for what is not measured: seeding, checks, the first answer. */
public final class Api {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern NEXT = Pattern.compile("<([^>]*)>; rel=\"?next\"?");

  /** One for all: what it costs to make one is not to be seen where starts are measured. */
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  private final int port;
  private final String origin;

  /** A client for a server on the loopback address. */
  public Api(int port) {
    this.port = port;
    this.origin = "http://127.0.0.1:" + port;
  }

  /**
   * An answer.
   *
   * @param next the path and query of the next page, from its Link header
   */
  public record Answer(int status, String text, Optional<String> next) {

    /** Its JSON; an empty object where it has none. */
    public JsonNode json() {
      try {
        JsonNode tree = JSON.readTree(text);
        return tree.isMissingNode() ? JSON.createObjectNode() : tree;
      } catch (IOException e) {
        return JSON.createObjectNode();
      }
    }
  }

  /** Whether something listens there. */
  public boolean isListening() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 100);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether anything at all is answered. */
  public boolean isAnswering() {
    try {
      send(new Call("GET", "", "", "", null, 200));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Sends a call with its token and account header, where these are not empty. */
  public Answer send(Call call) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(origin + Call.BASE + call.path()))
            .timeout(Duration.ofSeconds(20))
            .method(
                call.method(),
                call.body() == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(call.body()));
    if (!call.token().isEmpty()) {
      request.header("Authorization", "Bearer " + call.token());
    }
    if (!call.account().isEmpty()) {
      request.header("gtmhub-accountId", call.account());
    }
    if (call.body() != null) {
      request.header("Content-Type", "application/json");
    }
    try {
      HttpResponse<String> response =
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
      Optional<String> next =
          response.headers().allValues("Link").stream()
              .map(NEXT::matcher)
              .filter(Matcher::find)
              .map(matcher -> matcher.group(1))
              .findFirst();
      return new Answer(response.statusCode(), response.body(), next);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted.", e);
    }
  }

  /**
   * Sends a call, and takes no other status than the one that it should be answered with.
   *
   * @throws IOException if it is answered with another
   */
  public Answer expect(Call call) throws IOException {
    Answer answer = send(call);
    if (answer.status() != call.status()) {
      throw new IOException(
          call.method()
              + " "
              + call.path()
              + " was answered "
              + answer.status()
              + ", not "
              + call.status()
              + ": "
              + answer.text());
    }
    return answer;
  }
}
