package io.kpigroups.bootstrap.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.client.RawHttp;
import io.kpigroups.bootstrap.service.client.Service;
import io.kpigroups.bootstrap.service.http.WholeSuite;
import io.kpigroups.bootstrap.service.process.Footprint;
import io.kpigroups.bootstrap.service.process.ServiceProcess;
import io.kpigroups.bootstrap.service.process.SharedServices;
import java.io.IOException;
import java.util.List;
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

  @Test
  void theLastRequestOfAConnectionIsAnsweredOnTheManagementPortToo() {
    for (String head : List.of("GET /q/info", "POST /q/info", "GET /nope")) {
      String refused = head.endsWith("nope") ? "A : x\r\n" : "";
      String answers =
          RawHttp.send(
              process.health().getPort(),
              "GET /q/info HTTP/1.1\r\nHost: x\r\n\r\n"
                  + head
                  + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 0\r\n"
                  + refused
                  + "\r\n");
      assertThat(answers.split("HTTP/1.1 ", -1)).as(head).hasSize(3);
    }
  }

  @Override
  public Service service() {
    return service;
  }
}
