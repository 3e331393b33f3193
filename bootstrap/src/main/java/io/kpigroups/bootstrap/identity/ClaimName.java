package io.kpigroups.bootstrap.identity;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a claim is in a token: its name, or a path into nested claims with slashes between the
 * steps.
 *
 * <p>The whole name is looked for first, and then each of its slashes is taken as the end of the
 * first step, from the last one on. So a step that contains a slash needs double quotes only if the
 * token has a claim for another reading too. A name with quotes has exactly the steps that it
 * shows.
 *
 * @param setting the setting that gives the name
 */
record ClaimName(String setting, String name) {
  private static final String STEP = "\"[^\"]+\"|[^/\"]+";
  private static final Pattern PATH = Pattern.compile("[^\"]*|(" + STEP + ")(/(" + STEP + "))*");

  /**
   * Checks the name.
   *
   * @throws ConfigurationException if its quotes are not in order
   */
  ClaimName {
    if (!PATH.matcher(name).matches()) {
      throw new ConfigurationException(
          setting + " is " + name + ": a step in quotes must be whole, as in a/\"b/c\"/d.");
    }
  }

  /** What a token says there; empty if it says nothing, or null. */
  Optional<Object> in(Map<?, ?> claims) {
    return Optional.<Object>ofNullable(claims.get(name)).or(() -> find(claims, name));
  }

  private Optional<Object> find(Map<?, ?> claims, String path) {
    Optional<Object> found = get(claims, path);
    int slash = path.lastIndexOf('/');
    while (found.isEmpty() && slash >= 0) {
      if (get(claims, path.substring(0, slash)).orElse("") instanceof Map<?, ?> nested) {
        found = find(nested, path.substring(slash + 1));
      }
      slash = path.lastIndexOf('/', slash - 1);
    }
    return found;
  }

  private Optional<Object> get(Map<?, ?> claims, String step) {
    boolean isStep = name.indexOf('"') < 0 || step.matches(STEP);
    return isStep ? Optional.ofNullable(claims.get(unquoted(step))) : Optional.empty();
  }

  /** A step without its quotes; what is no step in quotes stays as it is. */
  static String unquoted(String step) {
    boolean isQuoted = step.startsWith("\"") && step.indexOf('"', 1) == step.length() - 1;
    return isQuoted ? step.substring(1, step.length() - 1) : step;
  }
}
