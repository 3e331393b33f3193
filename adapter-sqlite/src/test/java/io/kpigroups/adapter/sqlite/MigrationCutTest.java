package io.kpigroups.adapter.sqlite;

import static io.kpigroups.adapter.sqlite.Fixtures.MAX_WAIT;
import static io.kpigroups.adapter.sqlite.Fixtures.file;
import static io.kpigroups.adapter.sqlite.Fixtures.number;
import static io.kpigroups.adapter.sqlite.Fixtures.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kpigroups.adapter.sqlite.connection.PooledConnection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A migration that does not come to its end leaves the file in the version that it had. */
class MigrationCutTest {
  private static final int KILLED = 137;

  @TempDir Path folder;

  private List<String> before;

  @BeforeEach
  void writeAFileOfTheFirstVersion() throws SQLException, IOException {
    OldVersion.write(folder, 1);
    OldVersion.addManyGroups(folder);
    before = OldVersion.contents(folder);
  }

  /** Does the whole migration but its commit, and is gone as by a kill. */
  static final class Killed {
    public static void main(String[] arguments) throws SQLException {
      Path folder = Path.of(arguments[0]);
      NativeLibrary.load();
      PooledConnection connection = new PooledConnection(file(folder));
      connection.limit(MAX_WAIT, PooledConnection.unlimited());
      connection.first("PRAGMA journal_mode = WAL", row -> row.getString(1));
      connection.script("PRAGMA foreign_keys = OFF");
      connection.script("BEGIN IMMEDIATE");
      Schema.migrate(connection, file(folder));
      System.out.print(connection.number("PRAGMA user_version"));
      System.out.flush();
      Runtime.getRuntime().halt(KILLED);
    }
  }

  /** Opens the store and says what came of it. */
  static final class Opener {
    public static void main(String[] arguments) {
      try (SqliteStorage storage = open(Path.of(arguments[0]))) {
        System.out.print("opened");
      } catch (UnusableDataFolder e) {
        System.out.print(e.getMessage());
      }
    }
  }

  private static String output(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private void isAsBeforeAndCanBeMigrated() throws SQLException {
    assertThat(OldVersion.contents(folder)).isEqualTo(before);
    open(folder).close();
    isMigrated();
  }

  private void isMigrated() throws SQLException {
    assertThat(number(folder, "PRAGMA user_version")).isEqualTo(Schema.VERSION);
    assertThat(number(folder, "SELECT count(*) FROM kpi_groups WHERE account_id = 'many'"))
        .isEqualTo(20_000);
  }

  @Test
  void aMigrationHasAllTheTimeThatItNeeds() throws SQLException {
    SqliteStorage.open(folder, Duration.ZERO).close();

    isMigrated();
  }

  @Test
  void aMigrationThatIsKilledInTheMiddleLeavesTheFirstVersion() throws Exception {
    Process killed = ChildJvm.start(Killed.class, folder);

    assertThat(output(killed)).isEqualTo(String.valueOf(Schema.VERSION));
    assertThat(killed.waitFor()).isEqualTo(KILLED);
    assertThat(Files.size(folder.resolve("kpi-groups.db-wal")))
        .as("much of it was on the disk already")
        .isGreaterThan(1_000_000);
    isAsBeforeAndCanBeMigrated();
  }

  @Test
  void aMigrationThatFindsNoRoomOnTheDiskIsRefusedAndLeavesTheFirstVersion() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "needs a shell to limit file sizes");

    Process refused = ChildJvm.startWithFileLimit(2_000, Opener.class, folder);
    assertThat(output(refused)).contains("cannot be used", "Nothing was changed");
    isAsBeforeAndCanBeMigrated();
  }
}
