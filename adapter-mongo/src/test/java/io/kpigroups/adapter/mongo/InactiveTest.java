package io.kpigroups.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.kpigroups.application.port.out.KpiGroupStorage;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** That the module does no harm where another store is chosen and MongoDB is switched off. */
@QuarkusTest
@TestProfile(InactiveTest.SwitchedOff.class)
class InactiveTest {
  /** No server, and no settings that name one. */
  public static class SwitchedOff implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.mongodb.active", "false");
    }
  }

  @Inject
  @Identifier("mongo")
  KpiGroupStorage storage;

  @Test
  void theServiceStartsAndThePortsCanBeWiredWithoutAClient() {
    assertThatCode(
            () -> {
              storage.groups();
              storage.memberships();
              storage.favorites();
              storage.kpis();
              storage.registry();
              storage.deletedGroups();
            })
        .doesNotThrowAnyException();
  }
}
