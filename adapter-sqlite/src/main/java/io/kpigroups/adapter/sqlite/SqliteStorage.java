package io.kpigroups.adapter.sqlite;

import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.out.DeletedGroups;
import io.kpigroups.application.port.out.FavoriteStore;
import io.kpigroups.application.port.out.GroupStore;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.application.port.out.KpiRegistry;
import io.kpigroups.application.port.out.KpiStore;
import io.kpigroups.application.port.out.MembershipStore;
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
  private final GroupStore groups;
  private final MembershipStore memberships;
  private final FavoriteStore favorites;
  private final SqliteKpis kpis;
  private final DeletedGroups deletedGroups;

  private SqliteStorage(DataFolder folder, Database database) {
    this.folder = folder;
    this.database = database;
    this.groups = new SqliteGroups(database);
    this.memberships = new SqliteMemberships(database);
    this.favorites = new SqliteFavorites(database);
    this.kpis = new SqliteKpis(database);
    this.deletedGroups = new SqliteDeletedGroups(database);
  }

  /**
   * The folder that the settings name.
   *
   * @throws UnusableDataFolder if they name none, or one that cannot be named to the system
   */
  public static Path folder(SqliteConfig config) {
    return DataPath.of(config);
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
      return new SqliteStorage(held, Database.open(held.file(), lockWait));
    } catch (RuntimeException e) {
      held.abandon();
      throw e;
    }
  }

  @Override
  public GroupStore groups() {
    return groups;
  }

  @Override
  public MembershipStore memberships() {
    return memberships;
  }

  @Override
  public FavoriteStore favorites() {
    return favorites;
  }

  @Override
  public KpiStore kpis() {
    return kpis;
  }

  @Override
  public Optional<KpiRegistry> registry() {
    return Optional.of(kpis);
  }

  @Override
  public Optional<DeletedGroups> deletedGroups() {
    return Optional.of(deletedGroups);
  }

  /** Nothing is left to do: a store that is open is prepared. */
  @Override
  public void prepare() {}

  @Override
  public void checkReady(Deadline deadline) {
    database.check(deadline);
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
