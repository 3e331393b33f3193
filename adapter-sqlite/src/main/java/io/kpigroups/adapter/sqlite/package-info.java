/**
 * The embedded store: one SQLite file in a folder of its own. Here is how it is opened: the folder,
 * its lock, the schema of the file.
 *
 * <p>Any Java program can use it through {@link io.kpigroups.adapter.sqlite.SqliteStorage}; in a
 * CDI container it is the bean with the identifier {@code embedded}.
 */
@NullMarked
package io.kpigroups.adapter.sqlite;

import org.jspecify.annotations.NullMarked;
