package io.kpigroups.adapter.sqlite;

import static io.kpigroups.adapter.sqlite.Fixtures.ample;
import static io.kpigroups.adapter.sqlite.Fixtures.execute;
import static io.kpigroups.adapter.sqlite.Fixtures.file;
import static io.kpigroups.adapter.sqlite.Fixtures.number;
import static io.kpigroups.adapter.sqlite.Fixtures.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.adapter.sqlite.connection.PooledConnection;
import io.kpigroups.domain.value.NameKey;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaTest {
  @TempDir Path folder;

  private void givenAFile() {
    open(folder).close();
  }

  private void refusesWith(String... parts) {
    assertThatExceptionOfType(UnusableDataFolder.class)
        .isThrownBy(() -> open(folder))
        .satisfies(e -> assertThat(e).hasMessageContainingAll(parts))
        .withMessageContaining(file(folder).toString());
  }

  @Test
  void aNewFileIsMarkedAsOursInTheNewestVersion() throws SQLException {
    givenAFile();

    assertThat(number(folder, "PRAGMA application_id")).isEqualTo(Schema.APPLICATION_ID);
    assertThat(number(folder, "PRAGMA user_version")).isEqualTo(Schema.VERSION);
    assertThat(number(folder, "SELECT version FROM name_keys")).isEqualTo(NameKey.VERSION);
  }

  @Test
  void everyTableIsStrict() throws SQLException {
    givenAFile();

    assertThat(number(folder, "SELECT count(*) FROM pragma_table_list WHERE strict = 1"))
        .isEqualTo(number(folder, "SELECT count(*) FROM sqlite_schema WHERE type = 'table'"));
  }

  @Test
  void everyConnectionWritesThroughToTheDiskAndChecksForeignKeys() throws SQLException {
    givenAFile();

    try (PooledConnection connection = new PooledConnection(file(folder))) {
      connection.limit(Fixtures.MAX_WAIT, Fixtures.ample());
      assertThat(connection.number("PRAGMA synchronous")).isEqualTo(2);
      assertThat(connection.number("PRAGMA foreign_keys")).isEqualTo(1);
      assertThat(connection.first("PRAGMA journal_mode", row -> row.getString(1))).contains("wal");
    }
  }

  @Test
  void aMemberOfAGroupThatIsNotThereCannotBeStored() throws SQLException {
    givenAFile();

    try (PooledConnection connection = new PooledConnection(file(folder))) {
      connection.limit(Fixtures.MAX_WAIT, Fixtures.ample());
      assertThatThrownBy(
              () ->
                  connection.update(
                      "INSERT INTO kpi_group_memberships VALUES ('acc', 'no', 'kpi', 'ann', 0)"))
          .cause()
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("FOREIGN KEY");
    }
  }

  @Test
  void aFileThatStoppedBeforeItsFirstMigrationIsFinished() throws IOException {
    Files.createFile(file(folder));

    try (SqliteStorage storage = open(folder)) {
      storage.checkReady(ample());
    }
  }

  @Test
  void aFileOfANewerVersionIsRefusedAndStaysAsItIs() throws SQLException {
    givenAFile();
    execute(folder, "PRAGMA user_version = 99");

    refusesWith("newer version", "99");
    assertThat(number(folder, "PRAGMA user_version")).isEqualTo(99);
  }

  @Test
  void nameKeysOfAnotherVersionAreRefused() throws SQLException {
    givenAFile();
    execute(folder, "UPDATE name_keys SET version = " + (NameKey.VERSION + 1));

    refusesWith("name keys of version " + (NameKey.VERSION + 1));
  }

  @Test
  void aDatabaseOfAnotherProgramIsRefusedAndStaysAsItIs() throws SQLException, IOException {
    execute(folder, "CREATE TABLE recipes (name TEXT)");
    byte[] before = Files.readAllBytes(file(folder));

    refusesWith("another program");
    assertThat(file(folder)).hasBinaryContent(before);
  }

  @Test
  void aDatabaseWithTheMarkOfAnotherProgramIsRefused() throws SQLException {
    execute(folder, "PRAGMA application_id = 252006673");

    refusesWith("another program");
  }

  @Test
  void aFileThatIsNoDatabaseIsRefusedAndStaysAsItIs() throws IOException {
    String letter = "Dear Ann, this is no database. ".repeat(100);
    Files.writeString(file(folder), letter);

    refusesWith("damaged");
    assertThat(file(folder)).hasContent(letter);
  }

  @Test
  void aFileThatWasCutIsRefused() throws IOException {
    givenAFile();
    try (RandomAccessFile data = new RandomAccessFile(file(folder).toFile(), "rw")) {
      data.setLength(data.length() / 2);
    }

    refusesWith("damaged");
  }

  @Test
  void aFileOverwrittenBehindItsFirstPageIsRefused() throws IOException {
    givenAFile();
    try (RandomAccessFile data = new RandomAccessFile(file(folder).toFile(), "rw")) {
      data.seek(4096);
      data.write(new byte[(int) data.length() - 4096]);
    }

    refusesWith("damaged");
  }

  @Test
  void aFolderInPlaceOfTheFileIsRefused() throws IOException {
    Files.createDirectory(file(folder));

    refusesWith("cannot be used");
  }
}
