package io.kpigroups.adapter.sqlite;

import static io.kpigroups.adapter.sqlite.Fixtures.execute;
import static io.kpigroups.adapter.sqlite.Fixtures.file;
import static io.kpigroups.adapter.sqlite.Fixtures.open;
import static io.kpigroups.adapter.sqlite.Fixtures.whileAnotherProgramWrites;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store that cannot be opened leaves nothing behind, and says what would help. */
class RefusedFolderTest {
  @TempDir Path folder;

  private void refusesWith(Path path, String... parts) {
    assertThatExceptionOfType(UnusableDataFolder.class)
        .isThrownBy(() -> open(path))
        .satisfies(e -> assertThat(e).hasMessageContainingAll(parts));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aFileOfAnotherProgramIsLeftAlone() throws SQLException, IOException {
    execute(folder, "CREATE TABLE recipes (name TEXT)");

    refusesWith(folder, "another program");
    assertThat(files()).containsExactly("kpi-groups.db");
  }

  @Test
  void aFileThatIsNoDatabaseIsLeftAlone() throws IOException {
    Files.writeString(file(folder), "Dear Ann, ".repeat(1000));

    refusesWith(folder, "damaged", "put back a copy");
    assertThat(files()).containsExactly("kpi-groups.db");
  }

  @Test
  void aFileThatAnotherProgramHasLockedIsLeftAlone() throws SQLException, IOException {
    open(folder).close();
    List<String> before = files();

    whileAnotherProgramWrites(
        folder,
        () ->
            assertThatExceptionOfType(UnusableDataFolder.class)
                .isThrownBy(() -> SqliteStorage.open(folder, Duration.ofMillis(5)))
                .withMessageContaining("another program has locked it"));
    assertThat(files()).isEqualTo(before);
    open(folder).close();
  }

  @Test
  void foldersThatWereMadeForNothingAreTakenAway() throws IOException {
    Path tooLong = folder.resolve("a").resolve("b").resolve("x".repeat(300));

    refusesWith(tooLong, "cannot be made", "check its path");
    assertThat(files()).isEmpty();
  }

  @Test
  void aFolderBelowAFileIsRefused() throws IOException {
    Files.createFile(folder.resolve("taken"));

    refusesWith(folder.resolve("taken").resolve("data"), "taken", "cannot be made");
    assertThat(files()).containsExactly("taken");
  }

  @Test
  void whatWasMadeIsTakenAwayWithWhatSqliteHasPutBesideIt() throws IOException {
    CreatedFiles made = new CreatedFiles();
    Path data = folder.resolve("new").resolve("data");
    made.folder(data);
    made.file(data.resolve("file"));
    Files.createFile(data.resolve("file-wal"));

    made.undo();
    assertThat(files()).isEmpty();
  }

  @Test
  void whatWasThereOrIsSomebodyElsesIsNotTakenAway() throws IOException {
    Files.createFile(folder.resolve("old"));
    CreatedFiles made = new CreatedFiles();
    made.folder(folder.resolve("new"));
    made.file(folder.resolve("old"));
    Files.createFile(folder.resolve("new").resolve("letter"));

    made.undo();
    assertThat(files()).containsExactly("new", "old");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t"})
  void aBlankPathIsRefused(String path) {
    assertThatExceptionOfType(UnusableDataFolder.class)
        .isThrownBy(() -> SqliteStorage.folder(() -> path))
        .withMessageContaining("kpigroups.embedded.path is blank");
  }

  @Test
  void aPathThatTheSystemCannotBeToldIsRefused() {
    assertThatExceptionOfType(UnusableDataFolder.class)
        .isThrownBy(() -> SqliteStorage.folder(() -> "a\0b"))
        .withMessageContainingAll(
            "kpigroups.embedded.path", System.getProperty("sun.jnu.encoding"), "LC_ALL");
  }
}
