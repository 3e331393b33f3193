package com.example.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.cli.Program.Result;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the packaged program against a stub or, if KPIG_TEST_URL and KPIG_TEST_TOKEN name one,
 * against a running service: its demo, or another one whose account is KPIG_TEST_ACCOUNT and which
 * knows the two KPIs.
 */
class KpigIT {
  private static final String MRR = "5be26318e5274a0007f17fa1";
  private static final String CHURN = "5be26318e5274a0007f17fa2";
  private static final Map<String, String> SET = System.getenv();

  @TempDir private Path folder;
  private StubService stub;
  private Map<String, String> environment;
  private Program kpig;

  @BeforeEach
  void start() throws Exception {
    stub = new StubService();
    String demo = SET.getOrDefault("KPIG_TEST_ACCOUNT", "5be26318e5274a0007f17f61");
    boolean real = SET.containsKey("KPIG_TEST_URL");
    environment =
        Map.of(
            "KPIG_URL", Optional.ofNullable(SET.get("KPIG_TEST_URL")).orElse(stub.url()),
            "KPIG_TOKEN", SET.getOrDefault("KPIG_TEST_TOKEN", StubService.TOKEN),
            "KPIG_ACCOUNT", real ? demo : "acme");
    kpig = new Program(environment);
  }

  @AfterEach
  void stop() {
    stub.close();
  }

  @Test
  void doesADaysWork() throws Exception {
    String name = "Größe 🚀, \"" + System.nanoTime() + "\"";
    String id = said("create", name).strip();
    assertThat(id).matches("[0-9a-f]{24}");

    said("put", name, MRR, CHURN);
    assertThat(said("list", "-o", "tree")).contains(name + "\n├── ").contains("  " + CHURN + "\n");
    said("take-out", name, CHURN);
    assertThat(said("find", name, "-o", "tree")).doesNotContain(CHURN).contains("└── ");

    said("star", name);
    assertThat(said("list", "--favorites")).contains(id + "  *  ").contains(name);
    said("unstar", name);
    assertThat(said("list", "--favorites")).doesNotContain(id);

    said("rename", id, name + "!");
    assertThat(row(id).path("name").asText()).isEqualTo(name + "!");
    said("delete", name + "!");
    assertThat(kpig.run("find", name).exit()).isEqualTo(1);
    said("restore", id);
    assertThat(said("find", name, "--output", "csv")).contains("\"" + name.replace("\"", "\"\""));
    said("delete", id);
  }

  @Test
  void tellsInASentenceWhyItFails() throws Exception {
    fails(3, "There is no KPI group", "star", "0123456789abcdef01234567");
    fails(3, "No group has this name.", "star", "no such group");
    fails(2, "sort must list one or more of", "list", "--sort", "colour");
    fails(2, "Did you mean: kpig list", "lits");
    fails(2, "printable", with("KPIG_TOKEN", "a\nb"), "list");
    fails(2, "KPIG_URL", with("KPIG_URL", ""), "list");
    fails(5, "token", with("KPIG_TOKEN", "nonsense"), "list");
    fails(6, "cannot be reached", with("KPIG_URL", "http://127.0.0.1:1/api/v1"), "list");
    Program astray = with("KPIG_URL", environment.get("KPIG_URL").replace("/api/v1", ""));
    fails(6, "The address usually ends with /api/v1.", astray, "list", "--search", "x");
    fails(6, "The address usually ends with /api/v1.", astray, "star", "0123456789abcdef01234567");
  }

  @Test
  void takesNoSettingsFromTheFolderThatItIsStartedIn() throws Exception {
    Files.writeString(folder.resolve(".env"), "QUARKUS_LOG_CONSOLE_ENABLED=true\n");
    Path config = Files.createDirectory(folder.resolve("config"));
    Files.writeString(
        config.resolve("application.properties"), "quarkus.log.console.enabled=true\n");
    Files.writeString(folder.resolve("token"), environment.get("KPIG_TOKEN"));
    Program there = new Program(with("KPIG_TOKEN", "").environment(), folder);

    Result result = there.run("list", "--limit", "1", "--token-file", "token");
    assertThat(result.err().replace("No groups.\n", "")).isEmpty();
    assertThat(result.exit()).isZero();
  }

  /** The executable reads UTF-8 whatever the locale is. */
  @Test
  void storesNoNameThatItCannotRead() throws Exception {
    String name = "Größe " + System.nanoTime();
    Program ascii = with("LC_ALL", "C");
    if (Program.isNative()) {
      String id = ascii.run("create", name).out().strip();
      assertThat(row(id).path("name").asText()).isEqualTo(name);
    } else {
      fails(2, "encoding", ascii, "create", name);
    }
  }

  @Test
  void endsQuietlyIfNobodyReads() throws Exception {
    said("create", "Read by nobody");
    Path err = folder.resolve("err");
    Process process = kpig.start(err, "list");
    process.getInputStream().close();

    assertThat(process.waitFor()).isEqualTo(141);
    assertThat(err).isEmptyFile();
  }

  @Test
  void helpsWithoutAService() throws Exception {
    Program alone = new Program(Map.of());

    assertThat(alone.run("--version").out()).isEqualTo("kpig 0.1.0\n");
    assertThat(alone.run("list", "--help").out()).startsWith("Usage: kpig list");
    assertThat(alone.run("completion").out()).contains("complete -F _complete_kpig");
    assertThat(alone.run().exit()).isEqualTo(2);
  }

  /** What it printed, having ended well and said nothing else. */
  private String said(String... arguments) throws Exception {
    Result result = kpig.run(arguments);
    assertThat(result.err().replace("No groups.\n", "")).isEmpty();
    assertThat(result.exit()).isZero();
    return result.out();
  }

  private JsonNode row(String id) throws Exception {
    String filter = "{id: \"" + id + "\"}";
    return new ObjectMapper().readTree(said("list", "--filter", filter, "-o", "json")).path(0);
  }

  private void fails(int exit, String sentence, String... arguments) throws Exception {
    fails(exit, sentence, kpig, arguments);
  }

  private static void fails(int exit, String sentence, Program program, String... arguments)
      throws Exception {
    Result result = program.run(arguments);
    assertThat(result.err()).startsWith("kpig: ").contains(sentence).doesNotContain("\tat ");
    assertThat(result.out()).isEmpty();
    assertThat(result.exit()).isEqualTo(exit);
  }

  private Program with(String key, String value) {
    Map<String, String> changed = new HashMap<>(environment);
    changed.put(key, value);
    return new Program(changed);
  }
}
