package io.kpigroups.bootstrap.service;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.io.IOException;
import java.net.URI;
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

  @TestHTTPResource URI base;

  @Override
  public Service service() {
    return Service.at(base);
  }

  @AfterAll
  static void printItsMemory() throws IOException {
    if (OS.LINUX.isCurrentOs()) {
      Footprint.print("the black-box suite");
    }
  }
}
