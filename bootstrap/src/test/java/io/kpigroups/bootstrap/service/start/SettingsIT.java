package io.kpigroups.bootstrap.service.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.process.Packaged;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the packaged program does with settings that are wrong, wherever they are written. */
@Timeout(1200)
class SettingsIT {
  private static final int WRONG_SETTINGS = 1;
  private static final int WRONG_USE = 2;

  @TempDir Path folder;

  /** How the program ended, and what it had said in vain and in complaint. */
  private record End(int code, String said, String complaint) {}

  @Test
  void allThatIsWrongIsToldAtOnceWhereverItIsWrittenAndNothingIsLeftBehind() throws Exception {
    Path dotEnv = Files.writeString(folder.resolve(".env"), "KPIGROUPS_UPSTREAM_ULR=https://x\n");
    Path file = Files.createDirectory(folder.resolve("config")).resolve("application.properties");
    Files.writeString(file, "kpigroups.stoer=mongo\nkpigroups.retention=1m\n");

    End end =
        run(
            Map.of("KPIGROUPS_EMBEDDED_PAHT", "/data", "KPIGROUPS_DEADLINE", "90s"),
            List.of("-Dkpigroups.page.max=many"));

    assertThat(end.code()).isEqualTo(WRONG_SETTINGS);
    assertThat(end.said()).isEmpty();
    assertThat(end.complaint().lines())
        .containsExactlyInAnyOrder(
            "There is no setting KPIGROUPS_EMBEDDED_PAHT (environment variable); the nearest is"
                + " KPIGROUPS_EMBEDDED_PATH.",
            "There is no setting KPIGROUPS_UPSTREAM_ULR ("
                + dotEnv.toRealPath()
                + "); the nearest"
                + " is KPIGROUPS_UPSTREAM_URL.",
            "There is no setting kpigroups.stoer ("
                + file.toRealPath()
                + "); the nearest is"
                + " kpigroups.store.",
            "The setting kpigroups.page.max is \"many\" and must be a whole number.",
            "The setting kpigroups.deadline is 90s and must be shorter than kpigroups.retention"
                + " (60s): what a request works on must not be purged meanwhile.");
    assertThat(folder).isDirectoryNotContaining("glob:**/data");
  }

  @Test
  void upstreamHasNoDefault() throws Exception {
    End end = run(Map.of("KPIGROUPS_STORE", "upstream"), List.of());

    assertThat(end.code()).isEqualTo(WRONG_SETTINGS);
    assertThat(end.complaint().lines())
        .singleElement()
        .asString()
        .contains("kpigroups.upstream.url");
  }

  @Test
  void aSettingOfAStoreThatIsNotHereIsRefusedBeforeTheStoreIsOpened() throws Exception {
    End end = run(Map.of("KPIGROUPS_FOO_URL", "x"), List.of("-Dquarkus.http.port=0"));

    assertThat(end.code()).isEqualTo(WRONG_SETTINGS);
    assertThat(end.complaint().lines()).singleElement().asString().contains("KPIGROUPS_FOO_URL");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void theOtherCommandRefusesThemToo() throws Exception {
    End end =
        run(
            Map.of("KPIGROUPS_EMBEDDED_PAHT", "/data"),
            List.of(),
            "token",
            "--user",
            "ann",
            "--account",
            "acme",
            "--permissions",
            "kpis:read");

    assertThat(end.code()).isEqualTo(WRONG_USE);
    assertThat(end.said()).isEmpty();
    assertThat(end.complaint().lines())
        .singleElement()
        .asString()
        .contains("KPIGROUPS_EMBEDDED_PATH");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whatKubernetesWritesForServicesBesideItDoesNotStopTheStart() throws Exception {
    Map<String, String> links =
        Map.of(
            "KPIGROUPS_SERVICE_HOST", "10.0.0.8",
            "KPIGROUPS_PORT", "tcp://10.0.0.8:8080",
            "KPIGROUPS_HEADLESS_SERVICE_HOST", "10.0.0.9",
            "KPIGROUPS_HEADLESS_SERVICE_PORT_HTTP", "8080",
            "KPIGROUPS_HEADLESS_PORT_8080_TCP_ADDR", "10.0.0.9");
    Process process = start(links, List.of("-Dquarkus.http.port=0", "-Dquarkus.management.port=0"));
    try (BufferedReader said = process.inputReader()) {
      assertThat(said.lines().anyMatch(line -> line.contains("KPI Groups is running"))).isTrue();
    } finally {
      process.destroyForcibly().onExit().join();
    }
  }

  private End run(Map<String, String> environment, List<String> options, String... arguments)
      throws Exception {
    Process process = start(environment, options, arguments);
    String said = read(process.getInputStream().readAllBytes());
    String complaint = read(process.getErrorStream().readAllBytes());
    return new End(process.waitFor(), said, complaint);
  }

  /** Runs in a folder of its own, where a file {@code .env} and settings may be. */
  private Process start(Map<String, String> environment, List<String> options, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(Packaged.command(options, List.of(arguments)));
    command.replaceAll(
        word -> word.startsWith("target") ? Path.of(word).toAbsolutePath().toString() : word);
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static String read(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
