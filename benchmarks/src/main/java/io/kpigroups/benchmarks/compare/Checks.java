package io.kpigroups.benchmarks.compare;

import io.kpigroups.benchmarks.load.Api;
import io.kpigroups.benchmarks.load.Tokens;
import io.kpigroups.benchmarks.promise.DiskCheck;
import io.kpigroups.benchmarks.promise.Promises;
import io.kpigroups.benchmarks.server.RunningServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** What each server must pass before it is measured. */
final class Checks {
  private final Tokens tokens;
  private final BiConsumer<String, String> leaveOut;
  private boolean disk;

  /**
   * Checks of servers that trust an issuer.
   *
   * @param disk whether they write to a disk by themselves
   * @param leaveOut told what is not checked, and why
   */
  Checks(Tokens tokens, boolean disk, BiConsumer<String, String> leaveOut) {
    this.tokens = tokens;
    this.disk = disk;
    this.leaveOut = leaveOut;
  }

  /**
   * Checks a server.
   *
   * @throws IOException if it breaks a promise, or does not answer; the message says which
   */
  void check(RunningServer server) throws IOException {
    Api api = new Api(server.site().port());
    List<String> broken = new ArrayList<>(new Promises(api, tokens).broken());
    if (disk) {
      try {
        broken.addAll(new DiskCheck(api, tokens).broken(server.pid()));
      } catch (DiskCheck.NotPossible e) {
        disk = false;
        leaveOut.accept("synchronous=FULL", String.valueOf(e.getMessage()));
      }
    }
    if (!broken.isEmpty()) {
      throw new IOException("It breaks promises: " + String.join(" ", broken));
    }
  }
}
