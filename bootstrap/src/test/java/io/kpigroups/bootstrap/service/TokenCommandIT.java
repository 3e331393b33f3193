package io.kpigroups.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program's other command, beside a service that runs. */
@Timeout(120)
class TokenCommandIT {
  private static final String ACCOUNT = "5be26318e5274a0007f17f61";

  @TempDir Path folder;

  /** What the command said and how it ended. */
  private record Outcome(int code, String result, String complaint) {}

  @Test
  void itsTokenIsTakenByTheDemoThatRunsOnTheSameFolder() throws Exception {
    try (ServiceProcess demo = ServiceProcess.start(Map.of(setting(), folder.toString()))) {
      Outcome outcome =
          run("token", "--user", "ann", "--account", ACCOUNT, "--permissions", "kpis:read");

      assertThat(outcome.code()).as(outcome.complaint()).isZero();
      HttpRequest list =
          HttpRequest.newBuilder(URI.create(demo.base() + Client.API + "/kpis"))
              .header("Authorization", "Bearer " + outcome.result().strip())
              .header("gtmhub-accountId", ACCOUNT)
              .build();
      assertThat(Answer.to(list).join().has(200).json("totalCount")).isEqualTo("3");
    }
  }

  @Test
  void aWordThatIsNoCommandIsComplainedAbout() throws Exception {
    Outcome outcome = run("serve");

    assertThat(outcome.code()).isNotZero();
    assertThat(outcome.result()).isEmpty();
    assertThat(outcome.complaint()).contains("Unknown command: serve");
  }

  private static String setting() {
    return "kpigroups.embedded.path";
  }

  private Outcome run(String... arguments) throws IOException, InterruptedException {
    List<String> options = List.of("-D" + setting() + "=" + folder);
    Process process =
        new ProcessBuilder(Packaged.command(options, Arrays.asList(arguments))).start();
    String result = read(process.getInputStream().readAllBytes());
    String complaint = read(process.getErrorStream().readAllBytes());
    return new Outcome(process.waitFor(), result, complaint);
  }

  private static String read(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
