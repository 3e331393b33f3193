package io.kpigroups.adapter.sqlite;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The settings of the embedded store. */
@SuppressWarnings("exports") // SmallRye's annotations are on the class path: see the module
@ConfigMapping(prefix = "kpigroups.embedded")
public interface SqliteConfig {

  /** The folder that holds the data; it is made if it is not there. */
  @WithDefault("./data")
  String path();
}
