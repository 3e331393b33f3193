package io.kpigroups.bootstrap;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder for temporary files: Vert.x keeps a cache there, SQLite's library is unpacked there.
 */
final class TemporaryFolder {
  private TemporaryFolder() {}

  /**
   * Checks what the system property {@code java.io.tmpdir} names.
   *
   * @throws ConfigurationException if it is no folder that can be written to
   */
  static void check() {
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
      throw new ConfigurationException(
          "The temporary folder "
              + folder
              + " is not there or cannot be written to: make it so that it can, or name another one"
              + " by -Djava.io.tmpdir.");
    }
  }
}
