package io.kpigroups.bootstrap.service.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.kpigroups.bootstrap.service.client.Service;
import io.kpigroups.bootstrap.service.client.User;
import io.kpigroups.bootstrap.service.process.SharedServices;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The loops of the README walk through a list as they stand there, where their programs are. */
class ReadmeLoopsIT {
  private static final Pattern BLOCK = Pattern.compile("(?s)```(\\w+)\n(.*?)```");
  private static final String DEMO = "5be26318e5274a0007f17f61";

  private static final String KPI =
      "kpi() { curl -s -H \"Authorization: Bearer $TOKEN\" -H \"gtmhub-accountId: %s\" \"$@\"; }\n"
          .formatted(DEMO);

  @TempDir Path folder;

  @Test
  void theLoopWithCurlGoesThroughAllPages() throws Exception {
    goesThrough("sh", List.of("sh", "-c"), KPI);
  }

  @Test
  void theLoopInPythonGoesThroughAllPages() throws Exception {
    goesThrough("python", List.of("python3", "-c"), "");
  }

  @Test
  void aPageThatFailsIsNotTheEndForTheLoopWithCurl() throws Exception {
    User ann = Service.at(SharedServices.embedded().base()).newUser();
    Said said = run("sh", List.of("sh", "-c"), KPI, ann, "none");
    assertThat(said.code()).as(said.text()).isNotZero();
    assertThat(said.text()).contains("401");
  }

  private void goesThrough(String language, List<String> program, String before) throws Exception {
    assertThat(loop(language).lines().count()).isLessThanOrEqualTo(8);
    User ann = Service.at(SharedServices.embedded().base()).newUser();
    List<String> names = IntStream.range(100, 305).mapToObj(i -> "group " + i).toList();
    names.forEach(ann::newGroup);
    Said said = run(language, program, before, ann, ann.token());
    assertThat(said.code()).as(said.text()).isZero();
    assertThat(Pattern.compile("group \\d+").matcher(said.text()).results().map(MatchResult::group))
        .as(said.text())
        .containsExactlyElementsOf(names);
  }

  private static String loop(String language) throws IOException {
    return BLOCK
        .matcher(Files.readString(Path.of("..", "README.md")))
        .results()
        .filter(block -> block.group(1).equals(language) && block.group(2).contains("rel=\"next\""))
        .map(block -> block.group(2))
        .findFirst()
        .orElseThrow();
  }

  private record Said(String text, int code) {}

  /** What the loop says for this user, with what the README has before it. */
  private Said run(String language, List<String> program, String before, User user, String token)
      throws Exception {
    for (String needed :
        language.equals("sh") ? List.of("sh", "curl", "sed") : program.subList(0, 1)) {
      assumeThat(isThere(needed)).as("%s is there", needed).isTrue();
    }
    String mine =
        (before + loop(language))
            .replace("http://127.0.0.1:8080", user.service().base().toString())
            .replace(DEMO, user.account());
    ProcessBuilder builder =
        new ProcessBuilder(program.get(0), program.get(1), mine).directory(folder.toFile());
    builder.environment().put("TOKEN", token);
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(said, process.waitFor());
  }

  private static boolean isThere(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
  }
}
