package com.example.kpigroups.postgres;

import io.kpigroups.bootstrap.service.api.OrderApi;
import io.kpigroups.bootstrap.service.api.StoreSuite;
import io.kpigroups.bootstrap.service.change.ChangeSuite;
import io.kpigroups.bootstrap.service.client.Service;
import io.kpigroups.bootstrap.service.find.FindSuite;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;

/** What the service does over HTTP, whatever its store: with this one. */
class PostgresServiceIT implements StoreSuite, ChangeSuite, FindSuite, OrderApi {
  @AutoClose private static PostgresService postgres;
  private static Service service;

  @BeforeAll
  static void start() throws IOException {
    postgres = new PostgresService(Map.of());
    service = postgres.called();
  }

  @Override
  public Service service() {
    return service;
  }
}
