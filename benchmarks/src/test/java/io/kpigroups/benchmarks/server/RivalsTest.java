package io.kpigroups.benchmarks.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RivalsTest {
  private Layout layout;

  @BeforeEach
  void makeCheckout(@TempDir Path root) {
    layout = new Layout(root);
  }

  @Test
  void buildsARivalAndStartsItByWhatItSays() throws IOException {
    rival(
        "one",
        "title=One, two\nmade=Threads\nbuild=touch built\nrun={java} -jar one.jar\nless=Less.");

    Contender contender = find("one").present().get(0);

    assertThat(layout.rivals().resolve("one/built")).exists();
    assertThat(contender.title()).isEqualTo("One, two");
    assertThat(contender.less()).isEqualTo("Less.");
    assertThat(contender.made()).isEqualTo("Threads; JDK " + Jdk.forRivals(Jdk.all()).version());
    assertThat(contender.ours()).isFalse();
    assertThat(contender.jvm()).isTrue();
    assertThat(contender.command())
        .containsExactly(Jdk.forRivals(Jdk.all()).java().toString(), "-jar", "one.jar");
    Site site =
        new Site(8000, layout.work(), layout.work().resolve("key"), Optional.of("mongodb://x/y"));
    assertThat(contender.environment().apply(site))
        .containsEntry("PORT", "8000")
        .containsEntry("MONGODB", "mongodb://x/y")
        .doesNotContainKey("DATABASE");
  }

  @Test
  void leavesOutOneWhoseToolIsMissingAndSaysHowToGetIt() throws IOException {
    rival("two", "needs=sh no-such-tool\nhow=it from https://example.com\nrun=x");

    assertThat(find("two").leftOut())
        .containsExactly(
            new LeftOut(
                "two",
                "There is no `no-such-tool` on the PATH: install it from https://example.com."));
  }

  @Test
  void leavesOutOneThatDoesNotBuildAndSaysWhy() throws IOException {
    rival("three", "build=false\nrun=x");

    assertThat(find("three").leftOut())
        .singleElement()
        .satisfies(
            leftOut ->
                assertThat(leftOut.why())
                    .startsWith("It could not be built: `false` ended with 1"));
  }

  @Test
  void leavesOutOneThatDoesNotRunOnTheStore() throws IOException {
    rival("four", "stores=mongodb\nrun=x");

    assertThat(find("four").leftOut())
        .containsExactly(new LeftOut("four", "It does not run on SQLITE."));
  }

  @Test
  void refusesANameThatNobodyHas() throws IOException {
    rival("five", "run=x");

    assertThatThrownBy(() -> find("fife"))
        .isInstanceOf(Refused.class)
        .hasMessage(
            "There is no contender fife: there are jdk17, jdk25, aot, native, and the rivals five.");
  }

  private void rival(String name, String properties) throws IOException {
    Path folder = Files.createDirectories(layout.rivals().resolve(name));
    Files.writeString(folder.resolve("rival.properties"), properties);
  }

  private Contenders find(String name) {
    return Contenders.find(layout, List.of(name), "", Store.SQLITE, sentence -> {});
  }
}
