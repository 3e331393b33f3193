/**
 * What the author of a store extends and reads: contract suites for the out-ports, what they build
 * on, and a store in memory. It is open, since JUnit finds tests and their arguments by reflection.
 */
@SuppressWarnings("NotJavadoc") // Error Prone overlooks that this is an open module
open module io.kpigroups.testkit {
  requires transitive io.kpigroups.application;
  requires transitive org.assertj.core;
  requires transitive org.junit.jupiter.api;
  requires transitive org.junit.jupiter.params;
  requires org.junit.platform.commons;
  requires static transitive org.jspecify;

  exports io.kpigroups.testkit;
  exports io.kpigroups.testkit.batch;
  exports io.kpigroups.testkit.cursor;
  exports io.kpigroups.testkit.filter;
  exports io.kpigroups.testkit.fixture;
  exports io.kpigroups.testkit.group;
  exports io.kpigroups.testkit.key;
  exports io.kpigroups.testkit.kpi;
  exports io.kpigroups.testkit.member;
  exports io.kpigroups.testkit.memory;
  exports io.kpigroups.testkit.purge;
  exports io.kpigroups.testkit.report;
  exports io.kpigroups.testkit.restore;
  exports io.kpigroups.testkit.sample;
  exports io.kpigroups.testkit.store;
}
