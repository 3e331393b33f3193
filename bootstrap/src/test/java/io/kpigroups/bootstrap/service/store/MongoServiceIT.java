package io.kpigroups.bootstrap.service.store;

import io.kpigroups.bootstrap.service.api.OrderApi;
import io.kpigroups.bootstrap.service.api.StoreSuite;
import io.kpigroups.bootstrap.service.change.ChangeSuite;
import io.kpigroups.bootstrap.service.client.Service;
import io.kpigroups.bootstrap.service.find.FindSuite;
import io.kpigroups.bootstrap.service.process.MongoService;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The packaged service with its MongoDB store. */
class MongoServiceIT implements StoreSuite, ChangeSuite, FindSuite, OrderApi {

  private static MongoService mongo;
  private static Service service;

  @BeforeAll
  static void start() throws IOException {
    mongo = new MongoService();
    service = Service.at(mongo.base());
  }

  @AfterAll
  static void stop() {
    mongo.close();
  }

  @Override
  public Service service() {
    return service;
  }
}
