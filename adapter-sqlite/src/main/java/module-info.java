/**
 * The embedded store: one SQLite file, opened by {@link
 * io.kpigroups.adapter.sqlite.SqliteStorage#open}. The bean that a container makes of it is for the
 * class path, where such containers run, so that a program on the module path needs none.
 */
module io.kpigroups.adapter.sqlite {
  requires transitive io.kpigroups.application;
  requires java.sql;
  requires org.xerial.sqlitejdbc;
  requires static transitive org.jspecify;

  exports io.kpigroups.adapter.sqlite;
}
