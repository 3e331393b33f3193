package io.kpigroups.bootstrap.service;

import java.util.Map;

/** Has the service run with every limit so low that a test can reach it. */
public class TightService extends EmbeddedService {

  @Override
  public Map<String, String> start() {
    Map<String, String> settings = super.start();
    settings.put("kpigroups.limits.groups-per-account", "2");
    settings.put("kpigroups.limits.kpis-per-group", "1");
    settings.put("kpigroups.limits.favorites-per-user", "1");
    settings.put("kpigroups.page.max", "1");
    settings.put("kpigroups.kpis", "any");
    settings.put("kpigroups.require-if-match", "true");
    settings.put("kpigroups.deadline", "1s");
    return settings;
  }
}
