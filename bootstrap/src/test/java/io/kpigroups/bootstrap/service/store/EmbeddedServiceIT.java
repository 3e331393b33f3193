package io.kpigroups.bootstrap.service.store;

import io.kpigroups.bootstrap.service.client.RawHttp;
import io.kpigroups.bootstrap.service.client.Service;
import io.kpigroups.bootstrap.service.http.WholeSuite;
import io.kpigroups.bootstrap.service.process.Footprint;
import io.kpigroups.bootstrap.service.process.ServiceProcess;
import io.kpigroups.bootstrap.service.process.SharedServices;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.OS;

/** The packaged service with its embedded store. */
class EmbeddedServiceIT implements WholeSuite {
  private static ServiceProcess process;
  private static Service service;

  @BeforeAll
  static void start() {
    process = SharedServices.embedded();
    service = Service.at(process.base());
  }

  @AfterAll
  static void printItsMemory() throws IOException {
    if (OS.LINUX.isCurrentOs()) {
      Footprint.print("the black-box suite", process.pid());
    }
  }

  @Test
  void anotherVersionOfHttpIsRefusedOnTheManagementPortToo() {
    RawHttp.assertRefusesOtherVersions(process.health().getPort());
  }

  @Override
  public Service service() {
    return service;
  }
}
