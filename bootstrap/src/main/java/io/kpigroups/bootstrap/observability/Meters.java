package io.kpigroups.bootstrap.observability;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** What is kept out of the metrics that Quarkus brings. */
@Singleton
class Meters {

  /**
   * {@link RequestMeters} tells the same by operation, and of requests that Quarkus leaves out. The
   * rest is of two servers under one name, of which the second is refused with a warning.
   */
  @Produces
  @Singleton
  MeterFilter noServer() {
    return MeterFilter.denyNameStartsWith("http.server.");
  }

  /** A path that is called has ids in it: each would be a time series of its own. */
  @Produces
  @Singleton
  MeterFilter noClientPaths() {
    return new MeterFilter() {
      @Override
      public Meter.Id map(Meter.Id id) {
        return id.getName().startsWith("http.client.") ? id.replaceTags(withoutPath(id)) : id;
      }
    };
  }

  private static List<Tag> withoutPath(Meter.Id id) {
    return id.getTags().stream().filter(tag -> !tag.getKey().equals("uri")).toList();
  }
}
