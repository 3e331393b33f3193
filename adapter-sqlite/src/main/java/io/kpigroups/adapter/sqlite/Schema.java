package io.kpigroups.adapter.sqlite;

import io.kpigroups.domain.value.NameKey;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** What the data file holds, and how files of earlier versions become files of this one. */
final class Schema {
  private static final Logger LOG = System.getLogger(Schema.class.getName());

  /** Marks the file as ours (SQLite's {@code application_id}): "KpiG" in ASCII. */
  static final int APPLICATION_ID = 0x4B706947;

  /**
   * The step at index n makes version n + 1 of version n. A step that was released never changes.
   */
  private static final List<String> MIGRATIONS = List.of(SchemaV1.SCRIPT, SchemaV2.SCRIPT);

  /** The newest version that this program knows. */
  static final int VERSION = MIGRATIONS.size();

  private Schema() {}

  /**
   * Checks that the file is ours and brings it to {@link #VERSION}, in one transaction. A file that
   * is refused is left as it is. The session is of no use afterwards: it checks no foreign keys,
   * since a step may make a table anew that others refer to.
   *
   * @throws UnusableDataFolder if it is another program's, or of a later version of this one
   */
  static void prepare(Session session, Path file) throws SQLException {
    checkOurs(session, file);
    String mode = session.rows("PRAGMA journal_mode = WAL", row -> row.getString(1)).get(0);
    if (!mode.equals("wal")) {
      throw new UnusableDataFolder(
          "The data file " + file + " cannot have a write-ahead log. Use a folder on a local disk.",
          null);
    }
    session.script("PRAGMA foreign_keys = OFF");
    session.begin(Sql.BEGIN_WRITE);
    int version = migrate(session);
    checkNameKeys(session, file);
    session.end(Sql.COMMIT);
    if (version > 0 && version < VERSION) {
      LOG.log(Level.INFO, "The data file " + file + " is now of schema version " + VERSION + ".");
    }
  }

  /** Takes the steps that the file has not seen, marks it, and returns the version that it had. */
  static int migrate(Session session) throws SQLException {
    int version = (int) pragma(session, "user_version");
    for (String step : MIGRATIONS.subList(version, VERSION)) {
      session.script(step);
    }
    session.script("PRAGMA application_id = " + APPLICATION_ID);
    session.script("PRAGMA user_version = " + VERSION);
    return version;
  }

  private static void checkOurs(Session session, Path file) throws SQLException {
    long application = pragma(session, "application_id");
    long version = pragma(session, "user_version");
    boolean empty =
        session.rows("SELECT 1 FROM sqlite_schema LIMIT 1", row -> row.getLong(1)).isEmpty();
    boolean fresh = application == 0 && version == 0 && empty;
    if (application != APPLICATION_ID && !fresh) {
      throw new UnusableDataFolder(
          "The file " + file + " belongs to another program. Choose another data folder.", null);
    }
    if (version > VERSION) {
      throw tooNew(file, "schema version " + version + "; this program knows " + VERSION);
    }
  }

  /** The keys of one file are all of one version: whoever raises it adds a step that refolds. */
  private static void checkNameKeys(Session session, Path file) throws SQLException {
    long version = session.number(Sql.PROBE);
    if (version != NameKey.VERSION) {
      throw tooNew(file, "name keys of version " + version + ", not " + NameKey.VERSION);
    }
  }

  private static UnusableDataFolder tooNew(Path file, String what) {
    return new UnusableDataFolder(
        "The data file "
            + file
            + " was written by a newer version of KPI Groups ("
            + what
            + "). Run that version, or choose another data folder.",
        null);
  }

  private static long pragma(Session session, String name) throws SQLException {
    return session.rows("PRAGMA " + name, row -> row.getLong(1)).get(0);
  }
}
