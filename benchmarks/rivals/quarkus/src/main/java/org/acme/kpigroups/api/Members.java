package org.acme.kpigroups.api;

/** The KPIs of the caller's account and which groups they are in, as a store keeps them. */
public interface Members {
  PageView<MemberView> list(String group, int limit);

  /** Whether the KPI is new. */
  boolean register(String kpi, String name);

  void add(String group, String kpi);

  void remove(String group, String kpi);

  BatchBody.Result change(String group, BatchBody batch);
}
