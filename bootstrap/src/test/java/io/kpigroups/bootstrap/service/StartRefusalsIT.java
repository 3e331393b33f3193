package io.kpigroups.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kpigroups.bootstrap.service.Refusal.Start;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
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

/** Where the service cannot run it ends with one sentence, and leaves nothing behind. */
@Timeout(1200)
@Execution(ExecutionMode.CONCURRENT)
class StartRefusalsIT {
  private static final String API = "quarkus.http.port";
  private static final String MANAGEMENT = "quarkus.management.port";
  private static final String DATA = "kpigroups.embedded.path";
  private static final String TEMPORARY = "java.io.tmpdir";

  /** Mounts a file system in memory that only the process sees, and tells what is left in it. */
  private static final String MOUNT =
      "mount -t tmpfs -o %s tmpfs \"$0\""
          + " && { \"$@\"; code=$?; find \"$0\" -mindepth 1; exit $code; }";

  /** What newer virtual machines say by themselves, before any program of theirs runs. */
  private static final String OF_THE_JVM = "WARNING: java.io.tmpdir directory does not exist";

  @TempDir Path folder;
  private final Map<String, String> settings = new HashMap<>();

  @BeforeEach
  void setDefaults() {
    settings.put(API, "0");
    settings.put(MANAGEMENT, "0");
    settings.put(DATA, folder.resolve("data").toString());
  }

  private void refuses(String key, String value, String... parts) throws Exception {
    settings.put(key, value);
    isOneSentence(new Start(folder, settings).run(), parts);
  }

  private static void isOneSentence(Refusal refusal, String... parts) {
    assertThat(refusal.code()).as("%s", refusal).isEqualTo(1);
    assertThat(refusal.said())
        .as("%s", refusal)
        .filteredOn(line -> !line.equals(OF_THE_JVM))
        .singleElement()
        .asString()
        .contains(parts)
        .doesNotContain("Exception");
    assertThat(refusal.left()).as("%s", refusal).isEmpty();
  }

  @Test
  void aPortOfTheApiThatIsTaken() throws Exception {
    refusesTakenPort(API);
  }

  @Test
  void aPortOfTheManagementThatIsTaken() throws Exception {
    refusesTakenPort(MANAGEMENT);
  }

  private void refusesTakenPort(String key) throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String port = String.valueOf(taken.getLocalPort());
      refuses(key, port, "Port " + port, "in use", "another by " + key);
    }
  }

  @Test
  void onePortForBoth() throws Exception {
    settings.put(API, "8080");
    refuses(MANAGEMENT, "8080", API, MANAGEMENT, "both 8080", "choose two ports");
  }

  @Test
  void aNumberThatNoPortHas() throws Exception {
    refuses(MANAGEMENT, "99999", MANAGEMENT, "99999", "65535");
  }

  @Test
  void aWordForAPort() throws Exception {
    refuses(API, "http", API, "\"http\"");
  }

  @Test
  void aHostThatIsNotKnown() throws Exception {
    refuses("quarkus.http.host", "nobody.invalid", "quarkus.http.host", "nobody.invalid");
  }

  @Test
  void anEmptyPath() throws Exception {
    refuses(DATA, "", DATA, "empty");
  }

  @Test
  void aBlankPath() throws Exception {
    refuses(DATA, " ", DATA, "blank");
  }

  @Test
  void aFileInPlaceOfTheDataFolder() throws Exception {
    Path taken = Files.createFile(folder.resolve("taken"));
    refuses(DATA, taken.toString(), taken.toString(), "there is a file in its place");
  }

  @Test
  void aTemporaryFolderThatIsNotThere() throws Exception {
    Path missing = folder.resolve("missing");
    refuses(TEMPORARY, missing.toString(), missing.toString(), "-D" + TEMPORARY);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aPathThatTheLocaleCannotEncode() throws Exception {
    assumeThatPathsDependOnTheLocale();
    settings.put(DATA, folder.resolve("größe").toString());
    Refusal refusal = new Start(List.of(), folder, Map.of("LC_ALL", "C"), settings).run();
    isOneSentence(refusal, DATA, "LC_ALL", "C.UTF-8");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aWorkingFolderThatTheLocaleCannotEncode() throws Exception {
    assumeThatPathsDependOnTheLocale();
    Path here = Files.createDirectory(folder.resolve("größe"));
    Refusal refusal = new Start(List.of(), here, Map.of("LC_ALL", "C"), settings).run();
    isOneSentence(refusal, "LC_ALL", "C.UTF-8");
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
    isOneSentence(refusal, "Port 80", "right to ports below 1024", "another by " + API);
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
    isOneSentence(
        new Refusal(refusal.code(), refusal.said().subList(0, 1), refusal.left()),
        temporary.toString(),
        "noexec",
        "-D" + TEMPORARY);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aTemporaryFolderThatCannotBeWritten() throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    settings.put(TEMPORARY, temporary.toString());
    isOneSentence(withDisk(temporary, "ro", settings), temporary.toString(), "-D" + TEMPORARY);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aDataFolderThatCannotBeWritten() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    settings.put(DATA, disk.resolve("data").toString());
    isOneSentence(
        withDisk(disk, "ro", settings), disk.resolve("data").toString(), "cannot be made");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aDiskWithoutRoomForTheData() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    settings.put(DATA, disk.resolve("data").toString());
    isOneSentence(withDisk(disk, "size=64k", settings), "kpi-groups.db", "the disk is full");
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
