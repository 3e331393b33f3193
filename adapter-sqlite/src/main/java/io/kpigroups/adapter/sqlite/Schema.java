package io.kpigroups.adapter.sqlite;

import io.kpigroups.adapter.sqlite.connection.PooledConnection;
import io.kpigroups.adapter.sqlite.connection.SqlFile;
import io.kpigroups.adapter.sqlite.connection.SqliteExceptionTranslator;
import io.kpigroups.adapter.sqlite.connection.Transaction;
import io.kpigroups.application.port.PortFailure;
import io.kpigroups.domain.value.NameKey;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/**
 * What the data file holds, and how files of earlier versions become files of this one: {@code
 * V2.sql} makes the second version of the first, and so on.
 */
final class Schema {
  private static final Logger LOG = System.getLogger(Schema.class.getName());

  /** Marks the file as ours (SQLite's {@code application_id}): "KpiG" in ASCII. */
  static final int APPLICATION_ID = 0x4B706947;

  /** The newest version that this program knows. */
  static final int VERSION = 4;

  private static final String VERSION_OF_FILE = "PRAGMA user_version";

  private Schema() {}

  /**
   * Checks that the file is ours and brings it to {@link #VERSION}, in one transaction and however
   * long that takes. A file that is refused is left as it is.
   *
   * @param lockWait how long to wait where another program has locked the file
   * @throws UnusableDataFolder if the file is another program's, of a later version of this one,
   *     damaged, or cannot be written
   */
  static void prepare(Path file, Duration lockWait) {
    try (PooledConnection connection = new PooledConnection(file)) {
      connection.limit(lockWait, PooledConnection.unlimited());
      checkOurs(connection, file);
      useLog(connection, file);
      // A step may make a table anew that others refer to.
      connection.script("PRAGMA foreign_keys = OFF");
      long version = Transaction.WRITE.run(connection, c -> migrate(c, file));
      if (version > 0 && version < VERSION) {
        LOG.log(Level.INFO, "The data file " + file + " is now of schema version " + VERSION + ".");
      }
    } catch (PortFailure e) {
      throw unusable(file, SqliteExceptionTranslator.cause(e));
    }
  }

  private static void checkOurs(PooledConnection connection, Path file) {
    long application = connection.number("PRAGMA application_id");
    long version = connection.number(VERSION_OF_FILE);
    boolean isFresh = application == 0 && !connection.exists("SELECT 1 FROM sqlite_schema LIMIT 1");
    if (application != APPLICATION_ID && !isFresh) {
      throw new UnusableDataFolder(
          null, "The file %s belongs to another program. Choose another data folder.", file);
    }
    if (version > VERSION) {
      throw tooNew(file, "schema version " + version + "; this program knows " + VERSION);
    }
  }

  private static void useLog(PooledConnection connection, Path file) {
    String mode = "PRAGMA journal_mode = WAL";
    if (!connection.first(mode, row -> row.getString(1)).orElseThrow().equals("wal")) {
      throw new UnusableDataFolder(
          null,
          "The data file %s cannot have a write-ahead log. Use a folder on a local disk.",
          file);
    }
  }

  /** Takes the steps that the file has not seen, marks it, and returns the version that it had. */
  static long migrate(PooledConnection connection, Path file) {
    long version = connection.number(VERSION_OF_FILE);
    for (long step = version + 1; step <= VERSION; step++) {
      connection.script(SqlFile.read(Schema.class, "V" + step + ".sql"));
    }
    connection.script("PRAGMA application_id = " + APPLICATION_ID);
    connection.script(VERSION_OF_FILE + " = " + VERSION);
    // The keys of one file are all of one version: whoever raises it adds a step that refolds.
    long keys = connection.number("SELECT version FROM name_keys");
    if (keys != NameKey.VERSION) {
      throw tooNew(file, "name keys of version " + keys + ", not " + NameKey.VERSION);
    }
    return version;
  }

  private static UnusableDataFolder tooNew(Path file, String what) {
    return new UnusableDataFolder(
        null,
        "The data file %s is of a newer version of KPI Groups (%s): run that, or use another folder.",
        file,
        what);
  }

  private static UnusableDataFolder unusable(Path file, SQLException e) {
    String why =
        switch (SqliteExceptionTranslator.code(e)) {
          case SQLITE_FULL -> "the disk is full; make room, or choose another data folder";
          case SQLITE_BUSY -> "another program has locked it; end that program";
          case SQLITE_NOTADB, SQLITE_CORRUPT ->
              "it is damaged, or not ours; put back a copy, or choose another data folder";
          default -> "the disk may be full or failing, or this user may not write it";
        };
    return new UnusableDataFolder(
        e,
        "The data file %s cannot be used: %s. Nothing was changed (%s).",
        file,
        why,
        e.getMessage());
  }
}
