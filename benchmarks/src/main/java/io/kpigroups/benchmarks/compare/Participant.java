package io.kpigroups.benchmarks.compare;

import io.kpigroups.benchmarks.load.Api;
import io.kpigroups.benchmarks.load.LoadGenerator;
import io.kpigroups.benchmarks.load.Tokens;
import io.kpigroups.benchmarks.load.Workload;
import io.kpigroups.benchmarks.server.RunningServer;
import java.io.IOException;

/**
 * A contender that runs and has its data.
 *
 * @param server its process
 * @param generator sends requests to it
 * @param workload its requests
 */
public record Participant(RunningServer server, LoadGenerator generator, Workload workload)
    implements AutoCloseable {

  /**
   * Fills a server that answers.
   *
   * @throws IOException if it does not answer as it should; the server is left running
   */
  public static Participant seeded(RunningServer server, Tokens tokens) throws IOException {
    int port = server.site().port();
    Workload workload = Workload.seed(new Api(port), tokens);
    return new Participant(server, new LoadGenerator(port), workload);
  }

  /** The name of the contender. */
  public String name() {
    return server.contender().name();
  }

  @Override
  public void close() {
    generator.close();
    server.close();
  }
}
