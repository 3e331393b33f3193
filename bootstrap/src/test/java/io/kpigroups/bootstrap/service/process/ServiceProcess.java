package io.kpigroups.bootstrap.service.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Patience;
import io.kpigroups.bootstrap.service.client.Stopwatch;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged service as a process that a test starts, watches and kills. */
public final class ServiceProcess implements AutoCloseable {
  private static final Pattern BASE = Pattern.compile("(http://\\S+)/q/swagger-ui");
  private static final Pattern HEALTH = Pattern.compile("(http://\\S+/q/health)\\s");

  /**
   * What holds unless a test says otherwise: ports of the service's own choice, as much time for an
   * answer as a busy machine may take, and connections that the client closes first: Java's keeps
   * one for twenty minutes.
   */
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "quarkus.http.port", "0",
          "quarkus.management.port", "0",
          "quarkus.http.idle-timeout", "30m",
          "kpigroups.deadline", "120s",
          "kpigroups.upstream.connect-timeout", "120s",
          "kpigroups.upstream.read-timeout", "120s");

  private final Stopwatch started = new Stopwatch();
  private final StringBuffer said = new StringBuffer();
  private final Process process;
  private final Thread reader;

  private ServiceProcess(List<String> wrapper, Map<String, String> settings) throws IOException {
    var all = new HashMap<>(DEFAULTS);
    all.putAll(settings);
    List<String> options =
        all.entrySet().stream().map(e -> "-D" + e.getKey() + "=" + e.getValue()).toList();
    List<String> command = new ArrayList<>(wrapper);
    command.addAll(Packaged.command(options, List.of()));
    process = new ProcessBuilder(command).redirectErrorStream(true).start();
    reader = new Thread(this::read, "output of the service");
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts the service on ports of its own choice and returns when it says that it runs. */
  public static ServiceProcess start(Map<String, String> settings) throws IOException {
    return start(List.of(), settings);
  }

  /** Starts it by a command that ends in becoming the command that is put behind it. */
  public static ServiceProcess start(List<String> wrapper, Map<String, String> settings)
      throws IOException {
    ServiceProcess service = new ServiceProcess(wrapper, settings);
    try {
      service.awaitSaying(HEALTH);
      return service;
    } catch (RuntimeException | Error notRunning) {
      service.close();
      throw notRunning;
    }
  }

  /** Starts a service that must not run, and answers what it says before it ends. */
  public static String refusal(Map<String, String> settings) throws Exception {
    try (ServiceProcess service = new ServiceProcess(List.of(), settings)) {
      assertThat(service.awaitEnd()).as(service.said.toString()).isNotZero();
      return service.said.toString();
    }
  }

  /** Where the API is. */
  public URI base() {
    return URI.create(awaitSaying(BASE).group(1));
  }

  /** Where the health is. */
  public URI health() {
    return URI.create(awaitSaying(HEALTH).group(1));
  }

  /** Something else on the port of the health. */
  public URI management(String path) {
    return health().resolve(path);
  }

  /** What it says of its readiness, once it is ready: it may be too busy for a while. */
  public Answer awaitReady() {
    URI ready = URI.create(health() + "/ready");
    return Patience.await().until(() -> Answer.get(ready), Answer::isSuccess);
  }

  /** All that the service has said so far. */
  public String said() {
    return said.toString();
  }

  /** What the service says of this pattern, now or soon. */
  public MatchResult awaitSaying(Pattern pattern) {
    Patience.await()
        .pollDelay(Duration.ZERO)
        .failFast(() -> assertThat(reader.isAlive()).as(said.toString()).isTrue())
        .until(() -> pattern.matcher(said).find());
    Matcher matcher = pattern.matcher(said);
    assertThat(matcher.find()).isTrue();
    return matcher.toMatchResult();
  }

  /** Ends it, and answers all that it said. */
  public String lastWords() throws InterruptedException {
    kill();
    reader.join();
    return said.toString();
  }

  /** How long it is since the process was started. */
  public Duration age() {
    return started.time();
  }

  public long pid() {
    return process.pid();
  }

  /** Has it do nothing any more, while its connections stay and new ones can be opened. */
  public void freeze() throws Exception {
    Signals.stop(pid());
  }

  /** Lets it go on. */
  public void thaw() throws Exception {
    Signals.goOn(pid());
  }

  /** Asks it to end, as an operator does; {@link #awaitEnd} waits for it. */
  public void terminate() {
    process.toHandle().destroy();
  }

  /** Waits until it has ended, and answers its exit code. */
  public int awaitEnd() throws InterruptedException {
    boolean ended = process.waitFor(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS);
    assertThat(ended).as(said.toString()).isTrue();
    reader.join();
    return process.exitValue();
  }

  /** Ends it as suddenly as it can be ended. */
  public void kill() {
    process.toHandle().destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void close() {
    kill();
  }

  private void read() {
    try (BufferedReader lines = process.inputReader()) {
      lines.lines().forEach(line -> said.append(line).append('\n'));
    } catch (IOException e) {
      said.append(e).append('\n');
    }
  }
}
