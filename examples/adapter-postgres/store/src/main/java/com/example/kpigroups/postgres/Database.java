package com.example.kpigroups.postgres;

import com.zaxxer.hikari.HikariDataSource;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.OutcomeUnknown;
import io.kpigroups.application.port.StorageUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs transactions, each as a whole and in the time that there is. */
final class Database implements AutoCloseable {
  /** The shortest wait that the pool knows; longer ones are made of such. */
  private static final int WAIT_MILLIS = 250;

  /**
   * The connection was lost (08, 57P0), none is free (53300, or null where the pool says so), or
   * the transaction met another one (40, 23505).
   */
  private static final String PASSING = "08|57P0|53300|null|40|23505";

  /** Who we are, the password, the database, a right, a table: so it is until it is changed. */
  private static final String LASTING = "28|3D|42|P0001";

  /**
   * What every connection needs, however the server is set. A commit is answered when it is on the
   * disk. Each statement is planned for its values. Locks of a client that is gone without a word
   * are freed. And the time from one crash to the next has a name: the table is unlogged, so a
   * crash takes it away.
   */
  private static final String SESSION =
      """
      SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL READ COMMITTED, READ WRITE;
      SELECT set_config('synchronous_commit', 'on', false)
        WHERE current_setting('synchronous_commit') IN ('off', 'local');
      SET plan_cache_mode = force_custom_plan;
      SET idle_in_transaction_session_timeout = '60s';
      DO $$ BEGIN
        IF to_regclass('kpi_group_server_run') IS NOT NULL THEN
          INSERT INTO kpi_group_server_run VALUES (true, gen_random_uuid()) ON CONFLICT DO NOTHING;
          PERFORM set_config('kpigroups.run', run::text, false) FROM kpi_group_server_run;
        END IF;
      END $$
      """;

  private final HikariDataSource pool = new HikariDataSource();
  private volatile boolean isPrepared;

  /** Connects to nothing before the first call. */
  Database(PostgresSettings settings) {
    pool.setJdbcUrl(settings.url());
    settings.user().ifPresent(pool::setUsername);
    settings.password().ifPresent(pool::setPassword);
    pool.setMaximumPoolSize(settings.poolSize());
    pool.addDataSourceProperty("ApplicationName", "kpi-groups");
    pool.addDataSourceProperty("loginTimeout", "10");
    pool.addDataSourceProperty("tcpKeepAlive", "true");
    pool.setAutoCommit(false);
    pool.setConnectionTimeout(WAIT_MILLIS);
    pool.setValidationTimeout(WAIT_MILLIS);
    pool.setInitializationFailTimeout(-1);
    pool.setConnectionInitSql(SESSION);
    pool.setIsolateInternalQueries(true);
  }

  /** See {@link io.kpigroups.application.port.out.KpiGroupStorage#prepare}. */
  void prepare() {
    if (!pool.getJdbcUrl().startsWith("jdbc:postgresql:")) {
      throw new IllegalStateException(
          "kpigroups.postgres.url must be like jdbc:postgresql://db.internal:5432/kpigroups.");
    }
    try {
      run(Deadline.in(Duration.ofSeconds(2)), false, Function.identity());
      makeTables(Deadline.in(Duration.ofDays(1)));
    } catch (StorageUnavailable e) {
      if (is(e.getCause(), LASTING)) {
        Throwable said = e.getCause();
        String why = (said.getCause() == null ? said : said.getCause()).getMessage();
        throw new IllegalStateException("PostgreSQL, 13 or newer, refuses the store: " + why, e);
      }
      throw e;
    }
  }

  /** Before the first call, if the database was out of reach at the start. */
  private void makeTables(Deadline deadline) {
    if (!isPrepared) {
      run(deadline, true, tx -> tx.update(Schema.SCRIPT));
      isPrepared = true;
    }
  }

  /** Reads everything as it is at one moment. */
  <T> T read(Deadline deadline, Function<Transaction, T> work) {
    makeTables(deadline);
    return run(deadline, false, work);
  }

  /**
   * Makes changes, all of them or none. Whatever the work reads with a lock stays so until then. It
   * is called again, after everything that it did was undone, if another was faster: also where
   * that one has put in the row that was to be put in.
   *
   * @throws OutcomeUnknown if they were sent and nobody can tell whether they were made
   */
  <T> T write(Deadline deadline, Function<Transaction, T> work) {
    makeTables(deadline);
    return run(deadline, true, work);
  }

  private <T> T run(Deadline deadline, boolean writes, Function<Transaction, T> work) {
    while (true) {
      String number;
      T result;
      @Nullable SQLException lost;
      try (Transaction tx = new Transaction(take(deadline), deadline)) {
        number = tx.begin(writes);
        result = work.apply(tx);
        lost = writes ? tx.commit() : null;
      } catch (StorageUnavailable e) {
        if (!is(e.getCause(), PASSING) || deadline.left().toMillis() < WAIT_MILLIS) {
          throw e;
        }
        continue;
      }
      if (lost == null || isMade(number, lost, deadline)) {
        return result;
      }
    }
  }

  /** Whether the changes were made whose answer was lost; if not, they may be made again. */
  private boolean isMade(String number, SQLException lost, Deadline deadline) {
    try {
      String fate = "in progress";
      while (fate.equals("in progress")) {
        fate = run(deadline, false, looking -> looking.fateOf(number));
      }
      if (!fate.equals("unknown") && !(lost instanceof SQLWarning)) {
        return fate.equals("committed");
      }
    } catch (StorageUnavailable e) {
      lost.addSuppressed(e);
    }
    throw new OutcomeUnknown("The database was lost before it could say what was done.", lost);
  }

  private Connection take(Deadline deadline) {
    deadline.remaining();
    try {
      return pool.getConnection();
    } catch (SQLException e) {
      throw new StorageUnavailable("The database is out of reach, or overloaded.", e);
    }
  }

  /** Whether the state of the standard, or its class, is one of these. */
  private static boolean is(Throwable e, String states) {
    return e instanceof SQLException said
        && String.valueOf(said.getSQLState()).matches("(" + states + ").*");
  }

  @Override
  public void close() {
    pool.close();
  }
}
