package io.kpigroups.adapter.sqlite;

import io.kpigroups.application.port.out.KpiGroupStorage;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;

/**
 * Offers the embedded store as a bean.
 *
 * <p>The bean has a normal scope, so what is injected is a proxy: the folder is made and the file
 * opened at the first call, never where another store is in use. Whoever wants a start to fail with
 * {@link UnusableDataFolder} makes that first call at the start.
 */
@ApplicationScoped
class EmbeddedStore {
  /** For work without a deadline, such as the purge; requests bring their own. */
  private static final Duration MAX_WAIT = Duration.ofSeconds(5);

  @Produces
  @ApplicationScoped
  @Identifier("embedded")
  KpiGroupStorage open(SqliteConfig config) {
    return SqliteStorage.open(DataPath.of(config), MAX_WAIT);
  }

  void close(@Disposes @Identifier("embedded") KpiGroupStorage storage) {
    ((SqliteStorage) storage).close();
  }
}
