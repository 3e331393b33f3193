package io.kpigroups.bootstrap.service.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.identity.keys.KeyServer;
import io.kpigroups.bootstrap.identity.keys.PrivateCertificate;
import io.kpigroups.bootstrap.identity.keys.Tunnel;
import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Patience;
import io.kpigroups.bootstrap.service.client.Tokens;
import io.kpigroups.bootstrap.service.observed.Metrics;
import io.kpigroups.bootstrap.service.process.EmbeddedService;
import io.kpigroups.bootstrap.service.process.ServiceProcess;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The packaged service with an identity provider that only Quarkus's settings reach: its
 * certificate is in a trust store of theirs, and a proxy of theirs stands before it.
 */
@Timeout(1200)
class PrivateProviderIT {

  @Test
  void keysAreFetchedWithTheTrustStoreAndThroughTheProxyOfQuarkus() throws Exception {
    PrivateCertificate certificate = PrivateCertificate.make();
    Map<String, String> settings = EmbeddedService.settings();
    String keys = Files.readString(Path.of(settings.get("mp.jwt.verify.publickey.location")));
    try (KeyServer provider = new KeyServer(Optional.of(certificate), keys);
        Tunnel proxy = new Tunnel(provider)) {
      settings.put("mp.jwt.verify.publickey.location", provider.address("localhost").toString());
      settings.put("quarkus.tls.trust-store.p12.path", certificate.store().toString());
      settings.put("quarkus.tls.trust-store.p12.password", PrivateCertificate.PASSWORD);
      settings.put("quarkus.proxy.host", "127.0.0.1");
      settings.put("quarkus.proxy.port", String.valueOf(proxy.port()));
      try (ServiceProcess service = ServiceProcess.start(settings)) {
        HttpRequest list =
            HttpRequest.newBuilder(URI.create(service.base() + "/api/v1/kpis/groups"))
                .header("Authorization", "Bearer " + token())
                .header("gtmhub-accountId", "a")
                .build();
        Patience.await()
            .untilAsserted(() -> assertThat(Answer.to(list).join().status()).isEqualTo(200));
        assertThat(Metrics.of(service).samples())
            .filteredOn(sample -> sample.name().equals("http_client_requests_seconds_count"))
            .isNotEmpty()
            .allSatisfy(sample -> assertThat(sample.labels()).containsEntry("clientName", "keys"));
      }
      assertThat(proxy.asked()).isNotEmpty();
      assertThat(provider.asked()).isNotEmpty();
    }
  }

  @Test
  void anAddressWithoutAHostIsOneSentenceAtTheStart() throws Exception {
    Map<String, String> settings = EmbeddedService.settings();
    settings.put("mp.jwt.verify.publickey.location", "https:///keys");

    assertThat(ServiceProcess.refusal(settings))
        .contains("mp.jwt.verify.publickey.location must be", "names no host")
        .doesNotContain("\tat ");
  }

  private static String token() {
    return Tokens.es256(Tokens.claims("ann", List.of("a"), List.of("kpis:read")));
  }
}
