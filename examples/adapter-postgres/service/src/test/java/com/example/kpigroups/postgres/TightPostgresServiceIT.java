package com.example.kpigroups.postgres;

import io.kpigroups.bootstrap.service.api.LimitsApi;
import io.kpigroups.bootstrap.service.client.Service;
import java.io.IOException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;

/** The limits of the service, each so low that a test reaches it. */
class TightPostgresServiceIT implements LimitsApi {
  @AutoClose private static PostgresService postgres;
  private static Service service;

  @BeforeAll
  static void start() throws IOException {
    postgres = new PostgresService(SETTINGS);
    service = postgres.called();
  }

  @Override
  public Service service() {
    return service;
  }
}
