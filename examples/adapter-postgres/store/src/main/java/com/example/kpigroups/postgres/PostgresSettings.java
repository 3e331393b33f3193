package com.example.kpigroups.postgres;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Where the database is, and how it is used. All of it stands below {@code kpigroups.postgres}. */
@ConfigMapping(prefix = "kpigroups.postgres")
public interface PostgresSettings {
  /** The database, as JDBC names it: {@code jdbc:postgresql://db.internal:5432/kpigroups}. */
  @WithDefault("jdbc:postgresql://localhost:5432/kpigroups")
  String url();

  /** Who connects; empty if the address says it, or it is the user of this process. */
  Optional<String> user();

  /** The password, if one is needed and the address does not say it. */
  Optional<String> password();

  /** Most connections at the same time. */
  @WithDefault("16")
  int poolSize();
}
