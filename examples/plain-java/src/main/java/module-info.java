/** A program with KPI groups in it, and no framework. */
module com.example.plain {
  requires io.kpigroups.application;
  requires io.kpigroups.adapter.sqlite;
}
