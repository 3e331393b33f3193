package io.kpigroups.bootstrap.service.store;

import io.kpigroups.bootstrap.service.api.ForwardedApi;
import io.kpigroups.bootstrap.service.api.OrderApi;
import io.kpigroups.bootstrap.service.api.StoreSuite;
import io.kpigroups.bootstrap.service.change.ChangeSuite;
import io.kpigroups.bootstrap.service.client.Service;
import io.kpigroups.bootstrap.service.client.Tokens;
import io.kpigroups.bootstrap.service.find.FindSuite;
import io.kpigroups.bootstrap.service.find.MirrorApi;
import io.kpigroups.bootstrap.service.process.FacadeService;
import io.kpigroups.bootstrap.service.process.ServiceProcess;
import io.kpigroups.bootstrap.service.process.SharedServices;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The packaged service in front of itself cannot be told from the service alone. */
class FacadeServiceIT
    implements StoreSuite, ChangeSuite, FindSuite, MirrorApi, OrderApi, ForwardedApi {
  private static ServiceProcess facade;
  private static Service service;

  @BeforeAll
  static void start() throws IOException {
    URI behind = SharedServices.embedded().base();
    facade = ServiceProcess.start(FacadeService.settings(behind, Tokens.settings()));
    service = new Service(facade.base(), behind);
  }

  @AfterAll
  static void stop() {
    facade.close();
  }

  @Override
  public Service service() {
    return service;
  }
}
