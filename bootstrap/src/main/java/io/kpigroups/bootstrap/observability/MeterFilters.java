package io.kpigroups.bootstrap.observability;

import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.inject.Singleton;

/** What is kept out of the metrics that Quarkus brings. */
@Singleton
class MeterFilters {

  /**
   * {@link RequestMeters} measures the same by operation, and the requests that Quarkus leaves out.
   * The other meters have one name for two servers, and the second is refused with a warning.
   */
  @Singleton
  MeterFilter noServer() {
    return MeterFilter.denyNameStartsWith("http.server.");
  }

  /** The paths of called addresses contain ids: each would be a time series of its own. */
  @Singleton
  MeterFilter noPaths() {
    return MeterFilter.ignoreTags("uri");
  }
}
