/**
 * The rules of KPI groups: values, aggregates, decisions, the invariants of an account, and typed
 * failures. Nothing but the JDK is needed to run it.
 */
module io.kpigroups.domain {
  requires static transitive org.jspecify;

  exports io.kpigroups.domain.access;
  exports io.kpigroups.domain.cursor;
  exports io.kpigroups.domain.failure;
  exports io.kpigroups.domain.filter;
  exports io.kpigroups.domain.group;
  exports io.kpigroups.domain.kpi;
  exports io.kpigroups.domain.query;
  exports io.kpigroups.domain.value;
}
