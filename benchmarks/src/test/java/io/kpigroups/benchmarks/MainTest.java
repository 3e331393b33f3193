package io.kpigroups.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @ValueSource(strings = {"compare", "micro", "scale", "profile", "agree"})
  void tellsTheOptionsOfACommand(String command) {
    assertThat(run(command, "--help")).isZero();
    assertThat(out.toString()).startsWith("Usage: benchmarks/run " + command);
  }

  @Test
  void answersMistakesWithASentence() {
    assertMistake(
        "There is no operation gte: there are get, list, cursor-page, search, favorites, members,"
            + " create, rename, favorite-new, favorite-again, add-kpi, batch.",
        "compare --operations gte");
    assertMistake("--rounds must be from 1 to 100.", "compare --rounds 0");
    assertMistake("--warm-up must be from 0 to 600.", "compare --warm-up 601");
    assertMistake("--sizes must each be from 2000 to 10000000.", "scale --sizes 1");
    assertMistake(
        "There is no event time: there are cpu, alloc.",
        "profile --build jdk17 --operation get --event time");
    assertMistake("nowhere.json", "agree nowhere.json nowhere.json");
  }

  private void assertMistake(String sentence, String arguments) {
    err.getBuffer().setLength(0);
    assertThat(run(arguments.split(" "))).isEqualTo(2);
    assertThat(err.toString()).contains(sentence).doesNotContain("\tat ");
  }

  private int run(String... arguments) {
    return Main.run(List.of(arguments), new PrintWriter(out, true), new PrintWriter(err, true));
  }
}
