package io.kpigroups.benchmarks.server;

/** Where a contender keeps its data. */
public enum Store {
  /** A file, of which each server has its own. */
  SQLITE,
  /** A database of a server that was given. */
  MONGODB
}
