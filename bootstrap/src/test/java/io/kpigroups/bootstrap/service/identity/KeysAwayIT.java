package io.kpigroups.bootstrap.service.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.api.ServiceSuite;
import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Expect;
import io.kpigroups.bootstrap.service.client.Service;
import io.kpigroups.bootstrap.service.process.EmbeddedService;
import io.kpigroups.bootstrap.service.process.ServiceProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The service while its identity provider cannot be reached. */
class KeysAwayIT implements ServiceSuite {
  private static Socket nobody;
  private static ServiceProcess process;
  private static Service service;

  @BeforeAll
  static void start() throws IOException {
    nobody = new Socket();
    nobody.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    Map<String, String> settings = EmbeddedService.settings();
    settings.put(
        "mp.jwt.verify.publickey.location", "http://127.0.0.1:" + nobody.getLocalPort() + "/jwks");
    process = ServiceProcess.start(settings);
    service = Service.at(process.base());
  }

  @AfterAll
  static void stop() throws IOException {
    process.close();
    nobody.close();
  }

  @Override
  public Service service() {
    return service;
  }

  @Test
  void aTokenThatCannotBeVerifiedNowIsNotCalledInvalid() {
    Answer answer = Expect.problem(newUser().get("/kpis/groups"), 503, "keys-unavailable");
    assertThat(answer.headerValue("Retry-After")).matches("[1-9][0-9]*");
    assertThat(answer.body()).doesNotContain("jwks", "127.0.0.1", "Exception");
  }

  @Test
  void withoutATokenThereIsNothingToVerify() {
    Answer none = service().get("/api/v1/kpis/groups", "gtmhub-accountId", "a");
    Expect.problem(none, 401, "unauthenticated");
  }
}
