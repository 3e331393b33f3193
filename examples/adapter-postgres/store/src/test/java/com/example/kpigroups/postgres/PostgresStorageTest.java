package com.example.kpigroups.postgres;

import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.UserId;
import io.kpigroups.testkit.KpiGroupStorageContract;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.TestTime;
import io.kpigroups.testkit.group.UnreadableRowContract;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The whole contract, on a server that {@code KPIGROUPS_TEST_POSTGRES} names by its address for
 * JDBC, or else on one of the test's own.
 */
@Execution(ExecutionMode.CONCURRENT)
class PostgresStorageTest extends KpiGroupStorageContract implements UnreadableRowContract {
  private static final Optional<String> GIVEN =
      Optional.ofNullable(System.getenv("KPIGROUPS_TEST_POSTGRES"));

  private static String url = "";
  private static @Nullable Cluster cluster;
  private static @Nullable PostgresStorage store;
  private static @Nullable Database database;

  @BeforeAll
  static void open() {
    url =
        GIVEN.orElseGet(
            () -> {
              cluster = Cluster.begin();
              return cluster.url();
            });
    store = TestStore.on(url);
    store.prepare();
    database = new Database(TestStore.settings(url));
  }

  @AfterAll
  static void close() {
    if (store != null) {
      store.close();
      database.close();
    }
    if (cluster != null) {
      cluster.close();
    }
  }

  @Override
  public KpiGroupStorage storage() {
    return store;
  }

  @Override
  public Optional<AutoCloseable> lock(KpiGroup group) {
    try {
      Connection other = DriverManager.getConnection(url);
      other.setAutoCommit(false);
      String row = "SELECT 1 FROM kpi_groups WHERE id = '" + group.id().value() + "' FOR UPDATE";
      other.createStatement().execute(row);
      return Optional.of(other);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public long storedRows(AccountId account) {
    String id = account.value();
    return database.read(
        TestTime.ample(),
        tx ->
            tx.count("SELECT count(*) FROM kpi_groups WHERE account = ?", id)
                + tx.count("SELECT count(*) FROM kpi_group_members WHERE account = ?", id)
                + tx.count("SELECT count(*) FROM kpi_group_favorites WHERE account = ?", id)
                + tx.count("SELECT count(*) FROM kpis WHERE account = ?", id)
                + tx.count("SELECT count(*) FROM kpi_group_keys WHERE account = ?", id));
  }

  @Override
  public Optional<Stamp> storedMembership(KpiGroup group, KpiId kpi) {
    return stamp(
        "SELECT added_by_id, date_added FROM kpi_group_members"
            + " WHERE account = ? AND group_id = ? AND kpi_id = ?",
        group.account().value(),
        group.id().value(),
        kpi.value());
  }

  @Override
  public Optional<Stamp> storedDeletion(KpiGroup group) {
    return stamp(
        "SELECT deleted_by_id, date_deleted FROM kpi_groups"
            + " WHERE account = ? AND id = ? AND life <> 0",
        group.account().value(),
        group.id().value());
  }

  private static Optional<Stamp> stamp(String sql, Object... values) {
    return database.read(
        TestTime.ample(),
        tx ->
            tx.find(
                row ->
                    new Stamp(
                        UserId.stored(row.getString(1)), Instant.ofEpochMilli(row.getLong(2))),
                sql,
                values));
  }

  /** A name that is longer than any that can be read. */
  @Override
  public void givenUnreadableGroup(AccountId account, String name) {
    database.write(
        TestTime.ample(),
        tx ->
            tx.update(
                "INSERT INTO kpi_groups VALUES (?, ?, ?, ?, 'ann', 0, 'ann', 0, '', 0, 1, 0)",
                Scene.unusedId(),
                account,
                name.repeat(2_000),
                name.toLowerCase(java.util.Locale.ROOT)));
  }
}
