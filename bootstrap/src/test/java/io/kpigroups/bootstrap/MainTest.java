package io.kpigroups.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What the program understands, without running the service. */
class MainTest {
  private final StringWriter said = new StringWriter();
  private final StringWriter complaint = new StringWriter();
  private final CommandLine program =
      Main.program().setOut(new PrintWriter(said, true)).setErr(new PrintWriter(complaint, true));

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h", "help"})
  void helpNamesTheCommands(String word) {
    assertThat(program.execute(word)).isZero();
    assertThat(said.toString()).contains("Usage: kpi-groups", "token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"token --help", "token --user ann -h", "help token"})
  void theHelpOfACommandNamesItsOptions(String arguments) {
    assertThat(program.execute(arguments.split(" "))).isZero();
    assertThat(said.toString()).contains("--user", "--account", "--permissions");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "token --version"})
  void theVersionIsThatOfTheBuild(String arguments) {
    assertThat(program.execute(arguments.split(" "))).isZero();
    assertThat(said.toString().strip()).matches("kpi-groups \\d+\\.\\d+.*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"serve", "--serve", "@file"})
  void whatIsNotUnderstoodIsNamed(String word) {
    assertThat(program.execute(word)).isEqualTo(2);
    assertThat(said.toString()).isEmpty();
    assertThat(complaint.toString()).contains("'" + word + "'");
  }

  @Test
  void aCommandWithAnIllFormedValueEndsAsOneThatIsNotUnderstood() {
    String[] arguments = {"token", "--user", "a", "--account", "a%b", "--permissions", ""};

    assertThat(program.execute(arguments)).isEqualTo(2);
    assertThat(said.toString()).isEmpty();
  }
}
