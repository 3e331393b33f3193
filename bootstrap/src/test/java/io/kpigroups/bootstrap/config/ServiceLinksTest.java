package io.kpigroups.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Kubernetes writes for Services beside the pod is no setting. */
class ServiceLinksTest {

  @ParameterizedTest
  @CsvSource({
    "KPIGROUPS_SERVICE_HOST, 10.0.0.9",
    "KPIGROUPS_HEADLESS_SERVICE_HOST, 10.0.0.9",
    "KPIGROUPS_HEADLESS_SERVICE_PORT, 8080",
    "KPIGROUPS_MONGO_SERVICE_PORT_MONGODB, 27017",
    "KPIGROUPS_MONGO_SERVICE_PORT_METRICS_HTTP, 9216",
    "KPIGROUPS_PORT, tcp://10.0.0.9:8080",
    "KPIGROUPS_MONGO_PORT, tcp://10.0.0.9:27017",
    "KPIGROUPS_DNS_PORT, udp://10.0.0.9:53",
    "KPIGROUPS_SIGNAL_PORT, sctp://10.0.0.9:7777",
    "KPIGROUPS_MONGO_PORT_27017_TCP, tcp://10.0.0.9:27017",
    "KPIGROUPS_MONGO_PORT_27017_TCP_PROTO, tcp",
    "KPIGROUPS_MONGO_PORT_27017_TCP_PORT, 27017",
    "KPIGROUPS_MONGO_PORT_27017_TCP_ADDR, 10.0.0.9",
    "KPIGROUPS_DNS_PORT_53_UDP, udp://10.0.0.9:53",
    "KPIGROUPS_DNS_PORT_53_UDP_ADDR, 10.0.0.9",
    "KPIGROUPS_SIGNAL_PORT_7777_SCTP_PROTO, sctp",
  })
  void whatKubernetesWritesForAServiceIsLeftAlone(String variable, String value) {
    assertThat(misspelt(variable, value)).isEmpty();
  }

  /** Kubernetes writes an address there, somebody who guesses at a setting a number. */
  @ParameterizedTest
  @CsvSource({
    "KPIGROUPS_PORT, 8080",
    "KPIGROUPS_UPSTREAM_PORT, 8080",
    "KPIGROUPS_SERVICE, x",
    "KPIGROUPS_HOST, 10.0.0.9",
    "KPIGROUPS_UPSTREAM_PORT_URL, http://x",
  })
  void whatOnlyLooksSimilarIsRefused(String variable, String value) {
    assertThat(misspelt(variable, value)).hasSize(1);
  }

  @Test
  void noSettingOfOursCanBeTakenForALink() {
    assertThat(SettingNames.KEYS)
        .hasSizeGreaterThan(20)
        .noneMatch(
            key -> SettingNames.isServiceLink(SettingNames.variable(key), "tcp://10.0.0.9:8080"));
  }

  private static List<MisspeltSetting> misspelt(String variable, String value) {
    return SettingNames.misspelt(List.of(new EnvConfigSource(Map.of(variable, value), 300)));
  }
}
