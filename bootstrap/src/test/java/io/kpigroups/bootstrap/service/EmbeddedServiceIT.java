package io.kpigroups.bootstrap.service;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.condition.OS;

/** The packaged service with its embedded store. */
@QuarkusIntegrationTest
@WithTestResource(EmbeddedService.class)
class EmbeddedServiceIT
    implements GroupsApi,
        ListsApi,
        ConditionalApi,
        FavoritesApi,
        MembershipApi,
        RegisterApi,
        InputApi,
        HttpApi,
        PathsApi,
        IdentityApi,
        IsolationApi,
        DefenceApi,
        SamplesApi,
        DocumentsApi {

  @AfterAll
  static void itsMemoryStaysSmall() throws IOException {
    if (OS.LINUX.isCurrentOs()) {
      Footprint.check("the black-box suite");
    }
  }
}
