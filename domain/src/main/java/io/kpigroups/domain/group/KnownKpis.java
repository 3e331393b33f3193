package io.kpigroups.domain.group;

/** Which KPIs may be put into groups. */
public enum KnownKpis {
  /** Those in the account's register. */
  REGISTERED,
  /** Every well-formed KPI id. */
  ANY
}
