package io.kpigroups.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DerivedConfigTest {

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
    assertThat(DerivedConfig.derive(store, hasKey, production))
        .containsEntry("quarkus.http.host", host)
        .containsEntry("quarkus.management.host", host)
        .containsEntry("quarkus.mongodb.active", mongo);
  }
}
