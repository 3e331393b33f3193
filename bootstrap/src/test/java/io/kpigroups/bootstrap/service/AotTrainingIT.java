package io.kpigroups.bootstrap.service;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.net.URI;
import org.junit.jupiter.api.Tag;

/**
 * The same tests with the service started by Quarkus, which makes the AOT cache of what it sees the
 * service do, where that was packaged for one.
 */
@Tag("training")
@QuarkusIntegrationTest
@WithTestResource(EmbeddedService.class)
class AotTrainingIT extends EmbeddedServiceIT {
  @TestHTTPResource URI base;

  @Override
  public Service service() {
    return Service.at(base);
  }
}
