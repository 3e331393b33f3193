package io.kpigroups.adapter.sqlite;

import io.kpigroups.adapter.sqlite.connection.Database;
import io.kpigroups.adapter.sqlite.store.SqliteDeletedGroups;
import io.kpigroups.adapter.sqlite.store.SqliteFavorites;
import io.kpigroups.adapter.sqlite.store.SqliteGroups;
import io.kpigroups.adapter.sqlite.store.SqliteKeys;
import io.kpigroups.adapter.sqlite.store.SqliteKpis;
import io.kpigroups.adapter.sqlite.store.SqliteMemberships;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.out.DeletedGroups;
import io.kpigroups.application.port.out.FavoriteStore;
import io.kpigroups.application.port.out.GroupStore;
import io.kpigroups.application.port.out.IdempotencyStore;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.application.port.out.KpiRegistry;
import io.kpigroups.application.port.out.KpiStore;
import io.kpigroups.application.port.out.MembershipStore;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The embedded store: one SQLite file, for one process at a time.
 *
 * <p>What a call has answered is on the disk: it survives a crash of the process and of the
 * machine, as far as the disk does what it says.
 */
public final class SqliteStorage implements KpiGroupStorage, AutoCloseable {
  private final DataFolder folder;
  private final Database database;

  private SqliteStorage(DataFolder folder) {
    this.folder = folder;
    this.database = new Database(folder.file());
  }

  /**
   * The folder that the settings name.
   *
   * @throws UnusableDataFolder if they name none, or one that cannot be named to the system
   */
  public static Path folder(SqliteConfig config) {
    String path = config.path();
    if (path.isBlank()) {
      throw new UnusableDataFolder(
          null, "kpigroups.embedded.path is blank: name the data folder, or leave it out.");
    }
    try {
      return Path.of(path);
    } catch (InvalidPathException e) {
      throw new UnusableDataFolder(
          e,
          """
          kpigroups.embedded.path is "%s", which is no path in the encoding of this process, %s \
          (%s): set LC_ALL to a locale with UTF-8 such as C.UTF-8, or choose a path in ASCII.""",
          path,
          System.getProperty("sun.jnu.encoding"),
          e.getReason());
    }
  }

  /**
   * Opens the store in a folder, which is made if it is not there, and brings the data of an
   * earlier version to this one.
   *
   * @param lockWait how long to wait where another program has locked the file
   * @throws UnusableDataFolder if SQLite cannot be loaded, or the folder cannot be written, is in
   *     use already, or holds a file that is damaged, another program's or of a later version; then
   *     nothing is left of what was made
   */
  public static SqliteStorage open(Path folder, Duration lockWait) {
    NativeLibrary.load();
    DataFolder held = DataFolder.hold(folder);
    try {
      Schema.prepare(held.file(), lockWait);
      return new SqliteStorage(held);
    } catch (UnusableDataFolder e) {
      held.abandon();
      throw e;
    }
  }

  @Override
  public GroupStore groups() {
    return new SqliteGroups(database);
  }

  @Override
  public MembershipStore memberships() {
    return new SqliteMemberships(database);
  }

  @Override
  public FavoriteStore favorites() {
    return new SqliteFavorites(database);
  }

  @Override
  public KpiStore kpis() {
    return new SqliteKpis(database);
  }

  @Override
  public Optional<KpiRegistry> registry() {
    return Optional.of(new SqliteKpis(database));
  }

  @Override
  public Optional<IdempotencyStore> idempotency() {
    return Optional.of(new SqliteKeys(database));
  }

  @Override
  public Optional<DeletedGroups> deletedGroups() {
    return Optional.of(new SqliteDeletedGroups(database));
  }

  /** Nothing is left to do: a store that is open is prepared. */
  @Override
  public void prepare() {}

  @Override
  public void checkReady(Deadline deadline) {
    database.checkReady(deadline);
  }

  /** Waits for the calls at work, closes the file and lets go of the folder. */
  @Override
  public void close() {
    try {
      database.close();
    } finally {
      folder.close();
    }
  }
}
