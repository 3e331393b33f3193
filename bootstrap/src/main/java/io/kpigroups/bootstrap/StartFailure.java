package io.kpigroups.bootstrap;

import io.kpigroups.adapter.sqlite.UnusableDataFolder;
import io.kpigroups.domain.failure.KpiGroupException;
import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import java.nio.file.InvalidPathException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Says why the service does not start: a sentence for whoever can help, no stack trace. */
final class StartFailure {
  /** The exit code of a program that did not start. */
  static final int CODE = 1;

  private static final Pattern CLASS_AND_CODE = Pattern.compile("([\\w.$]+: )?SRCFG\\d+: ");
  private static final Pattern UNUSABLE =
      Pattern.compile(
          "The config property (\\S+) with the config value \".*\" threw an Exception whilst being"
              + " converted ",
          Pattern.DOTALL);
  private static final Pattern EMPTY =
      Pattern.compile("The config property (\\S+) is defined as the empty String .*");

  /** What Quarkus's TLS registry begins with; it has no exception of its own. */
  private static final Pattern TLS = Pattern.compile("Invalid .* for certificate '([^']*)'.*");

  private StartFailure() {}

  /** Ends the program; to be called by Quarkus when the service has ended or could not start. */
  static void exit(int code, @Nullable Throwable failure) {
    if (failure != null) {
      sentence(failure)
          .ifPresentOrElse(
              Console::complain,
              () ->
                  Logger.getLogger(StartFailure.class)
                      .error("The service does not start, by a bug.", failure));
    }
    System.exit(code);
  }

  /** What is wrong and what would help; empty if nobody but us can. */
  static Optional<String> sentence(Throwable failure) {
    @Nullable Throwable cause = failure;
    while (cause != null) {
      Optional<String> known = known(cause);
      if (known.isPresent()) {
        return known;
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }

  private static Optional<String> known(Throwable failure) {
    if (failure instanceof ConfigValidationException e) {
      return Optional.of(sentences(e));
    }
    if (failure instanceof QuarkusBindException e) {
      return Optional.of(
          ListeningPort.refusal(
              e.getPort(), e.getHost(), "quarkus.http.port (for TLS quarkus.http.ssl-port)", e));
    }
    if (failure instanceof InvalidPathException e) {
      return Optional.of(
          "The path \""
              + e.getInput()
              + "\" is none in the encoding of this process, "
              + System.getProperty("sun.jnu.encoding")
              + ": set LC_ALL to a locale with UTF-8 such as C.UTF-8, or choose a path in ASCII.");
    }
    if (failure instanceof IllegalStateException e) {
      return tls(e);
    }
    boolean isSentence =
        failure instanceof ConfigurationException
            || failure instanceof UnusableDataFolder
            || failure instanceof KpiGroupException;
    return isSentence ? Optional.ofNullable(failure.getMessage()) : Optional.empty();
  }

  private static Optional<String> tls(IllegalStateException e) {
    Matcher said = TLS.matcher(String.valueOf(e.getMessage()));
    if (!said.matches()) {
      return Optional.empty();
    }
    String name = said.group(1).equals("<default>") ? "" : said.group(1) + ".";
    @Nullable Throwable cause = e.getCause();
    String why = cause == null ? "" : " (" + cause.getMessage() + ")";
    return Optional.of(
        "The TLS configuration quarkus.tls."
            + name
            + "* cannot be used: "
            + said.group()
            + why
            + ".");
  }

  private static String sentences(ConfigValidationException e) {
    return IntStream.range(0, e.getProblemCount())
        .mapToObj(i -> sentence(e.getProblem(i).getMessage()))
        .collect(Collectors.joining("\n"));
  }

  /** What SmallRye says, without the names of its classes and without values that may be secret. */
  private static String sentence(String problem) {
    String text = CLASS_AND_CODE.matcher(problem).replaceAll("");
    text = UNUSABLE.matcher(text).replaceFirst("The setting $1 cannot be used: ");
    text =
        EMPTY
            .matcher(text)
            .replaceFirst("The setting $1 is empty: give it a value, or leave it out");
    return text.endsWith(".") ? text : text + ".";
  }
}
