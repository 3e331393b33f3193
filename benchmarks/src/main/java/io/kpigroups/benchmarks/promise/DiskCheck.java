package io.kpigroups.benchmarks.promise;

import io.kpigroups.benchmarks.load.Api;
import io.kpigroups.benchmarks.load.Call;
import io.kpigroups.benchmarks.load.Tokens;
import io.kpigroups.benchmarks.server.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Whether a write forces data to the disk before it is answered ({@code synchronous=FULL}): strace
 * watches while one write of each kind is sent after the other.
 */
public final class DiskCheck {
  private static final String ACCOUNT = "promises-disk";
  private static final int TIMES = 3;

  private final Api api;
  private final String token;

  /** A check of the server behind a client. */
  public DiskCheck(Api api, Tokens tokens) {
    this.api = api;
    this.token = tokens.token("ann", ACCOUNT);
  }

  /** It cannot be checked on this machine; the message is a sentence that says why. */
  public static final class NotPossible extends Exception {
    private static final long serialVersionUID = 1;

    NotPossible(String message) {
      super(message);
    }
  }

  /**
   * Writes, and tells each kind of write that was answered without.
   *
   * @throws NotPossible if there is no strace, or it may not watch other processes
   * @throws IOException if the server does not answer as it should
   */
  public List<String> broken(long pid) throws IOException, NotPossible {
    if (Tools.find("strace").isEmpty()) {
      throw new NotPossible(
          "There is no `strace` on the PATH, so nobody looked whether writes are forced to the"
              + " disk: install it by the package manager.");
    }
    Path trace = Files.createTempFile("kpi-groups-benchmarks", ".strace");
    Path said = Files.createTempFile("kpi-groups-benchmarks", ".said");
    Process strace =
        new ProcessBuilder(
                "strace",
                "-f",
                "-qq",
                "-e",
                "trace=fsync,fdatasync",
                "-o",
                trace.toString(),
                "-p",
                Long.toString(pid))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    try {
      awaitTracer(pid, strace, said);
      return write(trace);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted.", e);
    } finally {
      end(strace);
      Files.delete(trace);
      Files.delete(said);
    }
  }

  /** Lets go of the server before anything else is done with it. */
  private static void end(Process strace) {
    strace.destroy();
    try {
      if (!strace.waitFor(10, TimeUnit.SECONDS)) {
        strace.destroyForcibly();
      }
    } catch (InterruptedException e) {
      strace.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private List<String> write(Path trace) throws IOException {
    List<String> broken = new ArrayList<>();
    for (int n = 0; n < TIMES; n++) {
      String kpi = "/kpis/disk-" + n;
      api.expect(call("PUT", kpi, "{\"name\":\"K\"}", 201));
      long before = forced(trace);
      String group =
          "/kpis/groups/"
              + api.expect(call("POST", "/kpis/groups", "{\"name\":\"G\"}", 201))
                  .json()
                  .path("id")
                  .asText();
      String last = "create";
      String id = group.substring(group.lastIndexOf('/') + 1);
      for (Call write :
          List.of(
              call("PATCH", group, "{\"name\":\"R\"}", 200),
              call("PUT", group + "/favorite", null, 200),
              call("PUT", kpi + "/groups/" + id, null, 200),
              call(
                  "POST",
                  group + "/kpis/batch",
                  "{\"add\":[],\"remove\":[\"disk-" + n + "\"]}",
                  200),
              call("DELETE", group, null, 200))) {
        long after = forced(trace);
        if (after == before) {
          broken.add("A write is answered without being forced to the disk: " + last + ".");
        }
        last = write.method() + " " + write.path();
        before = after;
        api.expect(write);
      }
      if (forced(trace) == before) {
        broken.add("A delete is not forced to the disk.");
      }
    }
    return broken;
  }

  private Call call(String method, String path, @Nullable String body, int status) {
    return new Call(method, path, ACCOUNT, token, body, status);
  }

  /** How often data was forced to the disk so far; strace writes each call before it goes on. */
  private static long forced(Path trace) throws IOException {
    return Files.readAllLines(trace).stream().filter(line -> line.contains("sync(")).count();
  }

  /** Waits until every thread of the process is traced. */
  private static void awaitTracer(long pid, Process strace, Path said)
      throws IOException, InterruptedException, NotPossible {
    Path tasks = Path.of("/proc", Long.toString(pid), "task");
    for (int look = 0; look < 2000; look++) {
      try (var threads = Files.list(tasks)) {
        if (threads.allMatch(DiskCheck::isTraced)) {
          return;
        }
      }
      if (!strace.isAlive()) {
        throw new NotPossible(
            "strace may not watch here (\"%s\"), so nobody looked whether writes are forced to the"
                    .formatted(Files.readString(said).strip())
                + " disk: set kernel.yama.ptrace_scope to 0, or run the benchmarks as root.");
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
    throw new NotPossible(
        "strace did not attach, so nobody looked whether writes are forced to the disk.");
  }

  private static boolean isTraced(Path thread) {
    try {
      return Files.readAllLines(thread.resolve("status")).stream()
          .noneMatch(line -> line.matches("TracerPid:\\s+0"));
    } catch (IOException e) {
      // The thread has ended.
      return true;
    }
  }
}
