package io.kpigroups.bootstrap.store;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in one line of the log why a store fails: no stack trace, and no secrets. */
public final class FailureCause {
  /** Some drivers tell the state of a whole cluster. */
  private static final int LONGEST = 500;

  private static final int MOST_CAUSES = 5;

  /** Who is named in an address, up to its host. */
  private static final Pattern USER = Pattern.compile("(?<=://)\\S*@");

  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)((?:password|passwd|pwd|secret|token|api[-_]?key)\"?\\s*[=:]\\s*|\\bbearer\\s+)"
              + "(?:\"[^\"]*\"|'[^']*'|[^\\s&;,]+)");

  private FailureCause() {}

  /** What the failure says, and what each of its causes says that is anything else. */
  public static String of(Throwable failure) {
    String said = String.valueOf(failure.getMessage());
    String causes =
        Stream.iterate(failure.getCause(), Objects::nonNull, Throwable::getCause)
            .limit(MOST_CAUSES)
            .filter(cause -> !said.equals(cause.getMessage()))
            .map(FailureCause::named)
            .distinct()
            .collect(Collectors.joining("; "));
    return withoutSecrets(causes.isEmpty() ? said : said + " Cause: " + causes);
  }

  private static String named(Throwable cause) {
    String name = cause.getClass().getSimpleName();
    return Optional.ofNullable(cause.getMessage()).map(said -> name + ": " + said).orElse(name);
  }

  /** The text as one line in which passwords and the like are blotted out. */
  static String withoutSecrets(String text) {
    String hidden = USER.matcher(text).replaceAll("***@");
    String line = SECRET.matcher(hidden).replaceAll("$1***").replaceAll("\\s+", " ");
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
  }
}
