package com.example.kpigroups.postgres;

import io.kpigroups.bootstrap.service.client.Service;
import io.kpigroups.bootstrap.service.client.Tokens;
import io.kpigroups.bootstrap.service.process.ServiceProcess;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The service that this build has packaged, as a process, on a PostgreSQL server of its own. */
final class PostgresService implements AutoCloseable {
  private final Cluster cluster = Cluster.begin();
  private final ServiceProcess process;

  /** With these settings too. */
  PostgresService(Map<String, String> more) throws IOException {
    Map<String, String> settings = new HashMap<>(Tokens.settings());
    settings.put("kpigroups.store", "postgres");
    settings.put("kpigroups.postgres.url", cluster.url());
    settings.putAll(more);
    process = ServiceProcess.start(settings);
  }

  /** What the suites call. */
  Service called() {
    return Service.at(process.base());
  }

  @Override
  public void close() {
    process.close();
    cluster.close();
  }
}
