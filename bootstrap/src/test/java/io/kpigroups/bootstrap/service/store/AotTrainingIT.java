package io.kpigroups.bootstrap.service.store;

import io.kpigroups.bootstrap.service.client.Service;
import io.kpigroups.bootstrap.service.http.WholeSuite;
import io.kpigroups.bootstrap.service.process.EmbeddedService;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.net.URI;
import org.junit.jupiter.api.Tag;

/**
 * The packaged service, started by Quarkus: where the service was packaged for an AOT cache,
 * Quarkus makes it of what the service does here.
 */
@Tag("training")
@QuarkusIntegrationTest
@WithTestResource(EmbeddedService.class)
class AotTrainingIT implements WholeSuite {
  @TestHTTPResource URI base;

  @Override
  public Service service() {
    return Service.at(base);
  }
}
