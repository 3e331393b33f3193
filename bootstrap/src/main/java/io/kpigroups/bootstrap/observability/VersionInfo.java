package io.kpigroups.bootstrap.observability;

import io.quarkus.info.runtime.spi.InfoContributor;
import jakarta.inject.Singleton;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Name and version for {@code /q/info}. Quarkus's own entry contains the time of the build, so that
 * no two builds would be the same.
 */
@Singleton
class VersionInfo implements InfoContributor {
  private final Map<String, Object> info;

  VersionInfo(
      @ConfigProperty(name = "quarkus.application.name") String name,
      @ConfigProperty(name = "kpi-groups.version") String version) {
    info = Map.of("name", name, "version", version);
  }

  @Override
  public String name() {
    return "build";
  }

  @Override
  public Map<String, Object> data() {
    return info;
  }
}
