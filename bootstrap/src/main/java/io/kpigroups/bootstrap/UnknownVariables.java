package io.kpigroups.bootstrap;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Refuses environment variables that look like settings of ours and are none. SmallRye refuses
 * unknown keys from everywhere else, but not these.
 */
final class UnknownVariables {
  private static final String PREFIX = "KPIGROUPS_";

  /** For tests, and what Kubernetes sets in every pod beside a service named {@code kpigroups}. */
  private static final Pattern NOT_OURS =
      Pattern.compile("KPIGROUPS_(TEST_.*|SERVICE_HOST|SERVICE_PORT.*|PORT(_.*)?)");

  private UnknownVariables() {}

  /**
   * Checks the names of environment variables.
   *
   * @param keys the keys of settings that are known
   * @param stores the names of stores; what is below one's name is for its adapter to judge
   * @throws ConfigurationException if one is unknown, naming it
   */
  static void refuse(
      Collection<String> variables, Collection<String> keys, Collection<String> stores) {
    Set<String> known = keys.stream().map(UnknownVariables::variable).collect(Collectors.toSet());
    for (String variable : variables) {
      boolean ofStore =
          stores.stream().anyMatch(s -> variable.startsWith(PREFIX + variable(s) + "_"));
      if (variable.startsWith(PREFIX)
          && !known.contains(variable)
          && !ofStore
          && !NOT_OURS.matcher(variable).matches()) {
        throw new ConfigurationException(
            "The environment variable " + variable + " is no setting that is known here.");
      }
    }
  }

  private static String variable(String key) {
    return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }
}
