package io.kpigroups.bootstrap.command;

import io.quarkus.runtime.configuration.ConfigUtils;
import picocli.CommandLine.IVersionProvider;

/** The version of this build. */
public final class ProgramVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version =
        ConfigUtils.configBuilder().build().getValue("kpi-groups.version", String.class);
    return new String[] {"kpi-groups " + version};
  }
}
