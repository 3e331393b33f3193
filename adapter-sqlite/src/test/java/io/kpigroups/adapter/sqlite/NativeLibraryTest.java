package io.kpigroups.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibraryTest {
  private static final String UNPACK_INTO = "org.sqlite.tmpdir";

  @TempDir Path temporary;

  @AfterEach
  void forgetTheFolder() {
    System.clearProperty(UNPACK_INTO);
  }

  @Test
  void nothingStaysInTheTemporaryFolder() {
    System.setProperty(UNPACK_INTO, temporary.toString());

    NativeLibrary.load();
    assertThat(temporary).isEmptyDirectory();
    assertThat(System.getProperty(UNPACK_INTO)).isEqualTo(temporary.toString());
  }

  @Test
  void aTemporaryFolderThatIsNotThereIsNamed() {
    Path missing = temporary.resolve("missing");
    System.setProperty(UNPACK_INTO, missing.toString());

    assertThatExceptionOfType(UnusableDataFolder.class)
        .isThrownBy(NativeLibrary::load)
        .withMessageContainingAll(missing.toString(), "it is not there", "-Djava.io.tmpdir");
  }
}
