package io.kpigroups.bootstrap;

import io.kpigroups.adapter.sqlite.UnusableDataFolder;
import io.kpigroups.bootstrap.config.Ports;
import io.kpigroups.bootstrap.config.SettingProblems;
import io.kpigroups.bootstrap.config.SettingsCheck;
import io.kpigroups.domain.failure.KpiGroupException;
import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import java.nio.file.InvalidPathException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Says why a command fails: a sentence for whoever can help, no stack trace. */
final class StartFailure {
  /** How messages of Quarkus's TLS registry begin, which has no exception of its own. */
  private static final Pattern TLS = Pattern.compile("Invalid .* for certificate '([^']*)'.*");

  private StartFailure() {}

  /** Ends the program. Quarkus calls it when the service has ended or could not start. */
  static void exit(int code, @Nullable Throwable failure) {
    if (failure != null) {
      tellOfService(failure);
    }
    System.exit(code);
  }

  /**
   * Tells why the service did not start: first what is wrong with settings, since Quarkus may
   * stumble over one before we check them, and says it in other words.
   */
  static void tellOfService(Throwable failure) {
    Throwable reason = failure;
    try {
      SettingsCheck.read();
    } catch (RuntimeException wrong) {
      reason = wrong;
    }
    tell(reason);
  }

  /** Tells what is wrong and what would help. A bug of ours is logged with its stack trace. */
  static void tell(Throwable failure) {
    sentence(failure)
        .ifPresentOrElse(
            Console::printError,
            () ->
                Logger.getLogger(StartFailure.class)
                    .error("The command fails, by a bug.", failure));
  }

  static Optional<String> sentence(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .map(StartFailure::known)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> known(Throwable failure) {
    if (failure instanceof ConfigValidationException e) {
      return Optional.of(SettingProblems.sentences(e).collect(Collectors.joining("\n")));
    }
    if (failure instanceof QuarkusBindException e) {
      return Ports.refusal(e);
    }
    if (failure instanceof InvalidPathException e) {
      return Optional.of(
          "The path \""
              + e.getInput()
              + "\" is none in the encoding of this process, "
              + System.getProperty("sun.jnu.encoding")
              + ": set LC_ALL to a locale with UTF-8 such as C.UTF-8, or choose a path in ASCII.");
    }
    if (failure instanceof IllegalStateException) {
      return tls(failure);
    }
    boolean isSentence =
        failure instanceof ConfigurationException
            || failure instanceof UnusableDataFolder
            || failure instanceof KpiGroupException;
    return isSentence ? Optional.ofNullable(failure.getMessage()) : Optional.empty();
  }

  private static Optional<String> tls(Throwable failure) {
    Matcher said = TLS.matcher(String.valueOf(failure.getMessage()));
    if (!said.matches()) {
      return Optional.empty();
    }
    String name = (said.group(1) + ".").replace("<default>.", "");
    Throwable why = Objects.requireNonNullElse(failure.getCause(), failure);
    return Optional.of(
        String.format(
            Locale.ROOT,
            "The TLS configuration quarkus.tls.%s* cannot be used: %s (%s).",
            name,
            said.group(),
            why.getMessage()));
  }
}
