package io.kpigroups.benchmarks.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A contender that was started, until it is closed. */
public final class RunningServer implements AutoCloseable {
  private static final Set<String> INHERITED =
      Set.of("PATH", "HOME", "TMPDIR", "LANG", "LC_ALL", "TZ");
  private static final long LONGEST_START_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final Contender contender;
  private final Site site;
  private final Process process;
  private final Path log;
  private final long startedAt;

  private RunningServer(Contender contender, Site site, Process process, Path log, long startedAt) {
    this.contender = contender;
    this.site = site;
    this.process = process;
    this.log = log;
    this.startedAt = startedAt;
  }

  /**
   * Starts a contender, and does not wait for it.
   *
   * @throws IOException if there is no such program
   */
  public static RunningServer start(Contender contender, Site site) throws IOException {
    return start(contender, site, Map.of());
  }

  /**
   * Starts a contender with more environment variables than it needs, and does not wait for it.
   *
   * @throws IOException if there is no such program
   */
  public static RunningServer start(Contender contender, Site site, Map<String, String> more)
      throws IOException {
    Files.createDirectories(site.folder());
    Path log = site.folder().resolveSibling(site.folder().getFileName() + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(contender.command())
            .directory(contender.folder().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    Map<String, String> environment = builder.environment();
    // Options that happen to be set here are not to be measured.
    environment.keySet().retainAll(INHERITED);
    environment.putAll(contender.environment().apply(site));
    environment.putAll(more);
    long startedAt = System.nanoTime();
    Process process = Children.start(builder);
    process.getOutputStream().close();
    return new RunningServer(contender, site, process, log, startedAt);
  }

  /**
   * Waits until a question is answered as it should be.
   *
   * @param question asked every five milliseconds
   * @return the time from the start of the process to that answer, in nanoseconds
   * @throws IOException if the process ends before, or a minute passes; the message has the end of
   *     its log
   */
  public long awaitAnswer(Predicate<RunningServer> question) throws IOException {
    while (!question.test(this)) {
      if (!process.isAlive() || System.nanoTime() - startedAt > LONGEST_START_NANOS) {
        close();
        throw new IOException("It did not start: " + lastPrinted());
      }
      try {
        TimeUnit.MILLISECONDS.sleep(5);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("Interrupted.", e);
      }
    }
    return System.nanoTime() - startedAt;
  }

  /** The end of what it printed. */
  public String lastPrinted() throws IOException {
    // Whatever encoding it prints in.
    String printed = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
    return printed.substring(Math.max(0, printed.length() - 1000)).strip();
  }

  /** What was started. */
  public Contender contender() {
    return contender;
  }

  /** Where it runs. */
  public Site site() {
    return site;
  }

  /** Its process. */
  public long pid() {
    return process.pid();
  }

  /** What it has used so far. */
  public ProcessUsage usage() {
    return ProcessUsage.of(pid());
  }

  /** Ends it as an operator would, and by force if it has not ended after ten seconds. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void kill() throws InterruptedException {
    process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
  }
}
