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
  /** For a backup that ends; another program that stays is told to the operator. */
  private static final Duration LOCK_WAIT = Duration.ofSeconds(5);

  @Produces
  @ApplicationScoped
  @Identifier("embedded")
  KpiGroupStorage open(SqliteConfig config) {
    return SqliteStorage.open(SqliteStorage.folder(config), LOCK_WAIT);
  }

  void close(@Disposes @Identifier("embedded") KpiGroupStorage storage) {
    ((SqliteStorage) storage).close();
  }
}
