package io.kpigroups.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.bootstrap.config.StrictBoolean;
import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.WithConverter;
import jakarta.enterprise.inject.CreationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.InvalidPathException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartFailureTest {

  /** Some settings. */
  @io.smallrye.config.ConfigMapping(prefix = "some")
  interface Some {
    int number();

    Duration time();

    @WithConverter(StrictBoolean.class)
    boolean flag();
  }

  private static String sentenceOf(Map<String, String> settings) {
    ConfigValidationException failure =
        catchThrowableOfType(
            ConfigValidationException.class,
            () ->
                new SmallRyeConfigBuilder()
                    .addDiscoveredConverters()
                    .withMapping(Some.class)
                    .withDefaultValues(settings)
                    .build());
    return sentence(new RuntimeException("Failed to start", failure));
  }

  private static String sentence(Throwable failure) {
    return StartFailure.sentence(failure).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "seven | 5s | true | The setting some.number is \"seven\" and must be a whole number.",
        "7     | '' | true | The setting some.time is empty: give it a value, or leave it out.",
      })
  void aValueThatCannotBeUsedIsToldWithoutClassesAndCodes(
      String number, String time, String flag, String sentence) {
    assertThat(sentenceOf(Map.of("some.number", number, "some.time", time, "some.flag", flag)))
        .isEqualTo(sentence);
  }

  @Test
  void allValuesThatCannotBeUsedAreTold() {
    assertThat(sentenceOf(Map.of("some.number", "x", "some.time", "", "some.flag", "ture")).lines())
        .hasSize(3)
        .allMatch(line -> line.startsWith("The setting some.") && line.endsWith("."));
  }

  @Test
  void whatIsMissingIsTold() {
    assertThat(sentenceOf(Map.of("some.time", "5s", "some.flag", "true")))
        .contains("some.number")
        .doesNotContain("SRCFG", "Exception");
  }

  @Test
  void aPortThatIsTakenAtTheLastMomentIsNamed() {
    Throwable failure =
        new QuarkusBindException("localhost", 8080, new BindException("Address already in use"));

    assertThat(sentence(new RuntimeException(failure)))
        .contains("Port 8080 on localhost", "choose another");
  }

  @Test
  void aPathThatCannotBeEncodedIsNamedWithTheRemedy() {
    Throwable failure = new InvalidPathException("/gr\uFFFD\uFFFDe", "unmappable");

    assertThat(sentence(new ExceptionInInitializerError(failure)))
        .contains("\"/gr\uFFFD\uFFFDe\"", System.getProperty("sun.jnu.encoding"), "LC_ALL");
  }

  /** As Quarkus tells it, whose own words are all that there is to tell it by. */
  @ParameterizedTest
  @CsvSource({"<default>, quarkus.tls.*", "acme, quarkus.tls.acme.*"})
  void aTrustStoreThatCannotBeReadIsNamedWithItsSettings(String name, String settings) {
    Throwable failure =
        new IllegalStateException(
            "Invalid P12 trust store configuration for certificate '" + name + "' - cannot read it",
            new UncheckedIOException("Unable to read file /nope.p12", new IOException()));

    assertThat(sentence(new RuntimeException("Failed to start quarkus", failure)))
        .startsWith("The TLS configuration " + settings + " cannot be used: ")
        .contains("P12 trust store", "Unable to read file /nope.p12")
        .endsWith(".")
        .doesNotContain("Exception");
  }

  @Test
  void whatIsASentenceAlreadyIsLeftAsItIs() {
    assertThat(sentence(new CreationException(new ConfigurationException("Set this."))))
        .isEqualTo("Set this.");
    assertThat(sentence(new StorageUnavailable("Not now.", new IllegalStateException("secret"))))
        .isEqualTo("Not now.");
  }

  @Test
  void aBugIsNotMadeASentence() {
    assertThat(StartFailure.sentence(new IllegalStateException("a bug"))).isEmpty();
  }

  @Test
  void aTemporaryFolderThatIsNoneIsNamedWithTheRemedy() {
    String before = System.getProperty("java.io.tmpdir");
    Main.checkTemporaryFolder();
    System.setProperty("java.io.tmpdir", "pom.xml");
    try {
      assertThatThrownBy(Main::checkTemporaryFolder)
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContainingAll("pom.xml", "-Djava.io.tmpdir");
    } finally {
      System.setProperty("java.io.tmpdir", before);
    }
  }
}
