package io.kpigroups.bootstrap.service.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.start.Refusal.Start;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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

  @TempDir Path folder;
  private Map<String, String> settings = Map.of();

  @BeforeEach
  void setDefaults() {
    settings = Start.settings(folder);
  }

  private void refuses(String key, String value, String... parts) throws Exception {
    settings.put(key, value);
    new Start(folder, settings).run().isOneSentence(parts);
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
  void aMongoConnectionStringThatIsNone() throws Exception {
    settings.put("kpigroups.store", "mongo");
    settings.put("mp.jwt.verify.publickey.location", "http://127.0.0.1:1/jwks");
    String key = "quarkus.mongodb.connection-string";
    settings.put(key, "mongodb://ann:sec@ret@h/db");
    Refusal refusal = new Start(folder, settings).run();
    refusal.isOneSentence(key, "%40");
    assertThat(refusal.said()).noneMatch(line -> line.contains("sec@"));
    refuses(key, "nix://h", key, "mongodb://");
  }

  @Test
  void aTemporaryFolderThatIsNotThere() throws Exception {
    Path missing = folder.resolve("missing");
    refuses(TEMPORARY, missing.toString(), missing.toString(), "-D" + TEMPORARY);
  }
}
