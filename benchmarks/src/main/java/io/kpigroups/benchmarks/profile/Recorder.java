package io.kpigroups.benchmarks.profile;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** A way to record the stacks of a server. */
interface Recorder {
  /** Environment variables which the server must be started with. */
  Map<String, String> environment();

  /**
   * Records while requests are sent.
   *
   * @param pid of the server
   * @throws IOException if nothing can be recorded, with a sentence that says why
   */
  Recording record(long pid, SteadyLoad load, Duration duration) throws IOException;
}
