package io.kpigroups.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That the tests which the security page names exist. */
class SecurityPageTest {
  private static final Path PAGE = Path.of("../docs/security.md");
  private static final Pattern NAMED =
      Pattern.compile("`([A-Z]\\w+(?:Test|IT|Api|Contract))(?:\\.([a-z]\\w+))?`");

  @Test
  void everyTestThatThePageNamesIsThere() throws IOException {
    Map<String, String> classes = testClasses();
    var named = NAMED.matcher(Files.readString(PAGE)).results().toList();
    assertThat(named).hasSizeGreaterThan(30);
    for (MatchResult test : named) {
      assertThat(classes).containsKey(test.group(1));
      if (test.group(2) != null) {
        assertThat(classes.get(test.group(1)))
            .as(test.group())
            .containsPattern("@Test\\s+(@\\S+\\s+)*(default )?void " + test.group(2) + "\\(");
      }
    }
  }

  @Test
  void everyRiskOfTheTopTenHasAnAnswerAndATest() throws IOException {
    String page = Files.readString(PAGE);
    IntStream.rangeClosed(1, 10)
        .forEach(
            risk ->
                assertThat(page)
                    .containsPattern(
                        "\\| \\*\\*API" + risk + ":2023 [^|]+\\*\\* \\| [^|]{40,} \\| `[A-Z]"));
  }

  private static Map<String, String> testClasses() throws IOException {
    Map<String, String> classes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(Path.of(".."))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        String name = file.getFileName().toString().replace(".java", "");
        classes.merge(name, Files.readString(file), String::concat);
      }
    }
    return classes;
  }
}
