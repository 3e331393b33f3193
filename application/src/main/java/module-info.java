/**
 * The use cases of KPI groups: in-ports that are called, the services behind them, and the
 * out-ports that a store implements.
 */
module io.kpigroups.application {
  requires transitive io.kpigroups.domain;
  requires static transitive org.jspecify;

  exports io.kpigroups.application.port;
  exports io.kpigroups.application.port.in;
  exports io.kpigroups.application.port.out;
  exports io.kpigroups.application.service;
}
