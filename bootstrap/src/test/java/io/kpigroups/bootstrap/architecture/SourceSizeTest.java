package io.kpigroups.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is read as a whole, so none is longer than a few screens. */
class SourceSizeTest {
  private static final int MOST_LINES = 200;

  @Test
  void noSourceFileOfAnyModuleIsTooLong() throws IOException {
    List<Path> sources = sourcesBelow(Path.of(".."));

    assertThat(sources).hasSizeGreaterThan(300);
    assertThat(sources.stream().filter(SourceSizeTest::isTooLong)).isEmpty();
  }

  @Test
  void aFileThatIsTooLongIsFound(@TempDir Path folder) throws IOException {
    Path source = Files.createDirectories(folder.resolve("module/src/main")).resolve("Long.java");
    Files.writeString(source, "//\n".repeat(MOST_LINES));
    assertThat(sourcesBelow(folder).stream().filter(SourceSizeTest::isTooLong)).isEmpty();

    Files.writeString(source, "//\n".repeat(MOST_LINES + 1));
    assertThat(sourcesBelow(folder).stream().filter(SourceSizeTest::isTooLong)).hasSize(1);
  }

  private static List<Path> sourcesBelow(Path root) throws IOException {
    try (Stream<Path> modules = Files.list(root)) {
      return modules
          .map(module -> module.resolve("src"))
          .filter(Files::isDirectory)
          .flatMap(SourceSizeTest::javaFiles)
          .toList();
    }
  }

  private static Stream<Path> javaFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isTooLong(Path source) {
    try (Stream<String> lines = Files.lines(source)) {
      return lines.count() > MOST_LINES;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
