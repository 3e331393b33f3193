/** Connections to the data file: their pool, transactions, and what SQLite's errors mean. */
@NullMarked
package io.kpigroups.adapter.sqlite.connection;

import org.jspecify.annotations.NullMarked;
