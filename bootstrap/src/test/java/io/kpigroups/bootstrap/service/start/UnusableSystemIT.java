package io.kpigroups.bootstrap.service.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kpigroups.bootstrap.service.process.Packaged;
import io.kpigroups.bootstrap.service.start.Refusal.Start;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Where the system does not give the service what it needs, it ends as with wrong settings. */
@Timeout(1200)
@Execution(ExecutionMode.CONCURRENT)
class UnusableSystemIT {
  private static final String API = "quarkus.http.port";
  private static final String DATA = "kpigroups.embedded.path";
  private static final String TEMPORARY = "java.io.tmpdir";

  /** Mounts a file system in memory that only the process sees, and tells what is left in it. */
  private static final String MOUNT =
      "mount -t tmpfs -o %s tmpfs \"$0\""
          + " && { \"$@\"; code=$?; find \"$0\" -mindepth 1; exit $code; }";

  @TempDir Path folder;
  private Map<String, String> settings = Map.of();

  @BeforeEach
  void setDefaults() {
    settings = Start.settings(folder);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aPathThatTheLocaleCannotEncode() throws Exception {
    assumeThatPathsDependOnTheLocale();
    settings.put(DATA, folder.resolve("größe").toString());
    Refusal refusal = new Start(List.of(), folder, Map.of("LC_ALL", "C"), settings).run();
    refusal.isOneSentence(DATA, "LC_ALL", "C.UTF-8");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aWorkingFolderThatTheLocaleCannotEncode() throws Exception {
    assumeThatPathsDependOnTheLocale();
    Path here = Files.createDirectory(folder.resolve("größe"));
    Refusal refusal = new Start(List.of(), here, Map.of("LC_ALL", "C"), settings).run();
    refusal.isOneSentence("LC_ALL", "C.UTF-8");
  }

  private static void assumeThatPathsDependOnTheLocale() throws IOException {
    assumeFalse(Packaged.isExecutable(), "Left out: paths of an executable.");
    assumeTrue(
        "UTF-8".equals(System.getProperty("sun.jnu.encoding")),
        "Left out: paths beyond ASCII. They take a test that runs in a locale with UTF-8.");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aPortWithoutTheRightToIt() throws Exception {
    assumeTrue(
        works("unshare", "-Ur", "true") && firstFreePort() > 80,
        "Left out: a guarded port. It takes unshare(1) and a system that guards port 80.");
    settings.put(API, "80");
    Refusal refusal = new Start(List.of("unshare", "-Ur"), folder, Map.of(), settings).run();
    refusal.isOneSentence("Port 80", "right to ports below 1024", "another by " + API);
  }

  /** Such a file must be read at one go, which {@code Files.readString} does not. */
  private static int firstFreePort() throws IOException {
    Path first = Path.of("/proc/sys/net/ipv4/ip_unprivileged_port_start");
    try (BufferedReader file = Files.newBufferedReader(first)) {
      return Integer.parseInt(file.readLine().strip());
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aTemporaryFolderThatForbidsExecution() throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    settings.put(TEMPORARY, temporary.toString());
    Refusal refusal = withDisk(temporary, "noexec", settings);
    assertThat(refusal.said()).hasSizeLessThanOrEqualTo(2); // Vert.x keeps a cache there
    new Refusal(refusal.code(), refusal.said().subList(0, 1), refusal.left())
        .isOneSentence(temporary.toString(), "noexec", "-D" + TEMPORARY);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aTemporaryFolderThatCannotBeWritten() throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    settings.put(TEMPORARY, temporary.toString());
    withDisk(temporary, "ro", settings).isOneSentence(temporary.toString(), "-D" + TEMPORARY);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aDataFolderThatCannotBeWritten() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    settings.put(DATA, disk.resolve("data").toString());
    withDisk(disk, "ro", settings).isOneSentence(disk.resolve("data").toString(), "cannot be made");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aDiskWithoutRoomForTheData() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    settings.put(DATA, disk.resolve("data").toString());
    withDisk(disk, "size=64k", settings).isOneSentence("kpi-groups.db", "the disk is full");
  }

  private Refusal withDisk(Path at, String option, Map<String, String> with) throws Exception {
    assumeTrue(
        works("unshare", "-Urm", "mount", "-t", "tmpfs", "tmpfs", at.toString()),
        "Left out: other file systems. They take unshare(1) and the right to mount.");
    List<String> wrapper = new ArrayList<>(List.of("unshare", "-Urm", "sh", "-c"));
    wrapper.addAll(List.of(MOUNT.formatted(option), at.toString()));
    return new Start(wrapper, folder, Map.of(), with).run();
  }

  private static boolean works(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
