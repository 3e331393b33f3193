package io.kpigroups.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.ConfigurableConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DerivedConfigTest {
  /** The ordinals of what is set and of defaults that were recorded at build time. */
  private static final int STRONGER = 100;

  private static final int BUILD_TIME = 0;

  @ParameterizedTest
  @CsvSource({
    "embedded, false, true, 127.0.0.1, false",
    "embedded, true, true, 0.0.0.0, false",
    "mongo, true, true, 0.0.0.0, true",
    "mongo, false, true, 0.0.0.0, true",
    "mongo, true, false, 127.0.0.1, true",
  })
  void onlyADemoOrDevelopmentKeepsToThisMachineAndOnlyMongoNeedsADriver(
      String store, boolean hasKey, boolean production, String host, String mongo) {
    Map<String, String> settings =
        hasKey
            ? Map.of("kpigroups.store", store, "mp.jwt.verify.publickey", "a key")
            : Map.of("kpigroups.store", store);
    assertThat(derived(settings, production))
        .containsEntry("quarkus.http.host", host)
        .containsEntry("quarkus.management.host", host)
        .containsEntry("quarkus.mongodb.active", mongo);
  }

  @Test
  void nothingIsTracedUnlessSomebodySaysWhereTo() {
    assertThat(telemetry(Map.of()))
        .containsEntry("quarkus.otel.sdk.disabled", "true")
        .containsKey("quarkus.otel.exporter.otlp.endpoint");
    assertThat(telemetry(Map.of("quarkus.otel.exporter.otlp.traces.endpoint", "http://c:4317")))
        .containsEntry("quarkus.otel.sdk.disabled", "false");
    assertThat(telemetry(Map.of("quarkus.otel.exporter.otlp.endpoint", "http://c:4317")))
        .containsEntry("quarkus.otel.sdk.disabled", "false");
  }

  @Test
  void theVariablesOfOpenTelemetryMeanWhatTheyMeanElsewhere() {
    assertThat(
            telemetry(
                Map.of(
                    "otel.exporter.otlp.endpoint", "http://collector:4318",
                    "otel.exporter.otlp.protocol", "http/protobuf",
                    "otel.exporter.otlp.headers", "k=v")))
        .containsEntry("quarkus.otel.sdk.disabled", "false")
        .containsEntry("quarkus.otel.exporter.otlp.endpoint", "http://collector:4318")
        .containsEntry("quarkus.otel.exporter.otlp.protocol", "http/protobuf")
        .containsEntry("quarkus.otel.exporter.otlp.headers", "k=v");
  }

  @Test
  void whatSomebodySetsOutranksWhatIsDerived() {
    SmallRyeConfig config =
        config(
            Map.of("kpigroups.store", "mongo", "quarkus.http.host", "10.0.0.1"), STRONGER, "prod");

    assertThat(config.getRawValue("quarkus.http.host")).isEqualTo("10.0.0.1");
    assertThat(config.getRawValue("quarkus.management.host")).isEqualTo("0.0.0.0");
    assertThat(config.getRawValue("quarkus.mongodb.active")).isEqualTo("true");
  }

  @Test
  void whatTheBuildHasSeenOrIsBlankDecidesNothing() {
    Map<String, String> key = Map.of("mp.jwt.verify.publickey", "a key");
    Map<String, String> blank = Map.of("mp.jwt.verify.publickey.location", " ");

    assertThat(config(key, STRONGER, "prod").getRawValue("quarkus.http.host")).isEqualTo("0.0.0.0");
    assertThat(config(key, BUILD_TIME, "prod").getRawValue("quarkus.http.host"))
        .isEqualTo("127.0.0.1");
    assertThat(config(blank, STRONGER, "prod").getRawValue("quarkus.http.host"))
        .isEqualTo("127.0.0.1");
    assertThat(config(key, STRONGER, "dev").getRawValue("quarkus.http.host"))
        .isEqualTo("127.0.0.1");
  }

  private static SmallRyeConfig config(Map<String, String> settings, int ordinal, String profile) {
    return new SmallRyeConfigBuilder()
        .addDefaultInterceptors()
        .withProfile(profile)
        .withSources(new PropertiesConfigSource(settings, "test", ordinal))
        .withSources(new ConfigurableConfigSource(new DerivedConfig()))
        .build();
  }

  private static Map<String, String> telemetry(Map<String, String> settings) {
    return derived(settings, true);
  }

  private static Map<String, String> derived(Map<String, String> settings, boolean isProduction) {
    return DerivedConfig.derive(key -> Optional.ofNullable(settings.get(key)), isProduction);
  }
}
