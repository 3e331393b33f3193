package io.kpigroups.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The service while its identity provider cannot be reached. */
@QuarkusIntegrationTest
@WithTestResource(KeysAwayIT.ServiceWithoutKeys.class)
class KeysAwayIT {

  /** Has the service look for its keys where nobody answers. */
  public static class ServiceWithoutKeys extends EmbeddedService {
    @Override
    public Map<String, String> start() {
      Map<String, String> settings = super.start();
      settings.put("mp.jwt.verify.publickey.location", "http://127.0.0.1:" + freePort() + "/jwks");
      return settings;
    }

    private static int freePort() {
      try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Test
  void aTokenThatCannotBeVerifiedNowIsNotCalledInvalid() {
    Response answer =
        Expect.problem(Client.inNewAccount().get("/kpis/groups"), 503, "keys-unavailable");
    assertThat(answer.header("Retry-After")).matches("[1-9][0-9]*");
    assertThat(answer.asString()).doesNotContain("jwks", "127.0.0.1", "Exception");
  }

  @Test
  void withoutATokenThereIsNothingToVerify() {
    Response none = RestAssured.given().header("gtmhub-accountId", "a").get("/api/v1/kpis/groups");
    Expect.problem(none, 401, "unauthenticated");
  }
}
