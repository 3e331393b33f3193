package io.kpigroups.adapter.sqlite;

import static io.kpigroups.adapter.sqlite.Fixtures.ample;
import static io.kpigroups.adapter.sqlite.Fixtures.create;
import static io.kpigroups.adapter.sqlite.Fixtures.file;
import static io.kpigroups.adapter.sqlite.Fixtures.freshCall;
import static io.kpigroups.adapter.sqlite.Fixtures.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.domain.group.KpiGroupId;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir Path temporary;

  /** Opens the folder in another process and prints how that went. */
  static final class Opener {
    public static void main(String[] arguments) {
      try (SqliteStorage storage = open(Path.of(arguments[0]))) {
        storage.checkReady(ample());
        System.out.print("opened");
      } catch (UnusableDataFolder e) {
        System.out.print(e.getMessage());
      }
    }
  }

  private static String openElsewhere(Path folder) throws IOException {
    Process process = ChildJvm.start(Opener.class, folder);
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void makesTheFolderAndItsParentsWhereThereAreNone() {
    Path folder = temporary.resolve("a/b");
    try (SqliteStorage storage = open(folder)) {
      storage.checkReady(ample());
    }
    assertThat(file(folder)).isRegularFile();
  }

  @Test
  void nobodyButTheOwnerCanReadWhatItMakes() throws IOException {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    Path folder = temporary.resolve("data");
    try (SqliteStorage storage = open(folder);
        var files = Files.list(folder)) {
      create(storage, freshCall());
      assertThat(permissions(folder)).isEqualTo("rwx------");
      assertThat(files).hasSize(4).allMatch(file -> permissions(file).equals("rw-------"));
    }
  }

  private static String permissions(Path path) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aSecondOpenInTheSameProcessIsRefusedAndNamesTheFolder() {
    try (SqliteStorage first = open(temporary)) {
      assertThatExceptionOfType(UnusableDataFolder.class)
          .isThrownBy(() -> open(temporary.resolve(".")))
          .withMessageContaining(temporary.toString())
          .withMessageContaining("in use");
      first.checkReady(ample());
    }
  }

  @Test
  void aSecondProcessIsRefusedEvenAfterASecondOpenWasRefusedHere() throws IOException {
    try (SqliteStorage first = open(temporary)) {
      assertThatExceptionOfType(UnusableDataFolder.class).isThrownBy(() -> open(temporary));

      assertThat(openElsewhere(temporary)).contains("in use").contains(temporary.toString());
      first.checkReady(ample());
    }
    assertThat(openElsewhere(temporary)).isEqualTo("opened");
  }

  @Test
  void whatWasWrittenIsThereAfterCloseAndOpen() {
    Call ann = freshCall();
    KpiGroupId id;
    try (SqliteStorage storage = open(temporary)) {
      id = create(storage, ann).id();
    }
    try (SqliteStorage storage = open(temporary)) {
      assertThat(storage.groups().find(ann, id)).isPresent();
    }
  }

  @Test
  void aPathWithCharactersThatMeanSomethingInAnAddressWorks() {
    Path folder = temporary.resolve("50% ?a=b&c #1 ünï");
    try (SqliteStorage storage = open(folder)) {
      storage.checkReady(ample());
    }
    assertThat(file(folder)).isNotEmptyFile();
  }

  @Test
  void aFileInPlaceOfTheFolderIsRefusedWithItsName() throws IOException {
    Path taken = Files.createFile(temporary.resolve("taken"));
    assertThatExceptionOfType(UnusableDataFolder.class)
        .isThrownBy(() -> open(taken))
        .withMessageContaining(taken.toString())
        .withMessageContaining("cannot be made or written to");
  }

  @Test
  void aFolderThatWasRefusedCanBeOpenedOnceItIsInOrder() throws IOException {
    Files.writeString(file(temporary), "no database");
    assertThatExceptionOfType(UnusableDataFolder.class).isThrownBy(() -> open(temporary));

    Files.delete(file(temporary));
    try (SqliteStorage storage = open(temporary)) {
      storage.checkReady(ample());
    }
  }

  @Test
  void theStoreIsNotReadyOnceItsFileIsGone() throws IOException {
    try (SqliteStorage storage = open(temporary)) {
      Files.delete(file(temporary));

      assertThatExceptionOfType(StorageUnavailable.class)
          .isThrownBy(() -> storage.checkReady(ample()))
          .withMessageContaining("gone");
    }
  }

  @Test
  void theSettingsHaveAFolderByDefault() {
    SqliteConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(SqliteConfig.class)
            .build()
            .getConfigMapping(SqliteConfig.class);

    assertThat(config.path()).isEqualTo("./data");
  }

  @Test
  void theBeanOpensTheFolderOfItsSettingsAndClosesIt() {
    EmbeddedStore bean = new EmbeddedStore();
    var storage = bean.open(temporary::toString);
    storage.checkReady(ample());

    bean.close(storage);
    open(temporary).close();
  }
}
