package io.kpigroups.bootstrap.config;

import io.kpigroups.adapter.client.UpstreamConfig;
import io.kpigroups.adapter.sqlite.SqliteConfig;
import io.kpigroups.bootstrap.identity.IdentityConfig;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * The names of our settings, and the search for names that look like one and are none.
 *
 * <p>SmallRye refuses unknown keys too, but not in the environment and in a file {@code .env}, and
 * it does not say which name was meant.
 */
final class SettingNames {
  static final String PREFIX = "kpigroups.";

  private static final String WORD = "KPIGROUPS";

  private static final Pattern SEPARATOR = Pattern.compile("[^A-Za-z0-9]");
  private static final Pattern PROFILE = Pattern.compile("^%[^.]+\\.");

  /** As many letters as our prefix has, with any separators. */
  private static final Pattern HEAD = Pattern.compile("^(?:[A-Z0-9]_*){9}");

  /** One letter of the prefix may be wrong, missing or too much. */
  private static final double LIKE_OUR_PREFIX = 0.85;

  /** How alike the rest must be if the prefix is wrong: deployments have names of their own. */
  private static final double LIKE_OUR_NAME = 0.8;

  /**
   * What Kubernetes writes into each pod for every Service. A name that ends in {@code _PORT} may
   * also be a misspelt setting; there the value decides.
   */
  private static final Pattern SERVICE_LINK =
      Pattern.compile(
          "\\w+_(SERVICE_HOST|SERVICE_PORT(_\\w+)?|PORT_\\d+_(TCP|UDP|SCTP)(_(ADDR|PORT|PROTO))?)=.*"
              + "|\\w+_PORT=(tcp|udp|sctp)://.+",
          Pattern.DOTALL);

  static final Set<String> KEYS =
      mappings()
          .flatMap(mapping -> mapping.getProperties().keySet().stream())
          .collect(Collectors.toCollection(TreeSet::new));

  private static final Set<String> VARIABLES =
      KEYS.stream().map(SettingNames::variable).collect(Collectors.toSet());

  private SettingNames() {}

  /** The mappings of our settings. */
  static Stream<ConfigClass> mappings() {
    return Stream.of(
            ServiceConfig.class, IdentityConfig.class, SqliteConfig.class, UpstreamConfig.class)
        .map(ConfigClass::configClass);
  }

  /** The name of the environment variable that sets a key. */
  static String variable(String key) {
    return SEPARATOR.matcher(key).replaceAll("_").toUpperCase(Locale.ROOT);
  }

  /** The names in these sources that look like one of our settings and are none. */
  static List<MisspeltSetting> misspelt(Iterable<ConfigSource> sources) {
    return StreamSupport.stream(sources.spliterator(), false)
        .flatMap(SettingNames::misspelt)
        .distinct()
        .toList();
  }

  private static Stream<MisspeltSetting> misspelt(ConfigSource source) {
    boolean hasVariables = source.getName().startsWith("EnvConfigSource");
    Set<String> variables =
        source.getPropertyNames().stream()
            .filter(name -> !name.contains("."))
            .map(SettingNames::variable)
            .collect(Collectors.toSet());
    return source.getPropertyNames().stream()
        // Hundreds are defaults of Quarkus's, and none of those is like ours.
        .filter(name -> !name.startsWith("quarkus."))
        .filter(name -> !isServiceLink(name, source.getValue(name)))
        .map(name -> PROFILE.matcher(name).replaceFirst(""))
        .filter(key -> isMisspelt(key, hasVariables))
        // SmallRye lists an environment variable a second time, as the key that it may mean.
        .filter(key -> !key.contains(".") || !variables.contains(variable(key)))
        .sorted()
        .map(
            key ->
                new MisspeltSetting(
                    key, hasVariables && !key.contains("."), source.getName(), nearest(key, KEYS)));
  }

  private static boolean isMisspelt(String key, boolean isVariable) {
    String variable = variable(key);
    if (isVariable && variable.startsWith(WORD + "_")) {
      return !VARIABLES.contains(variable) && !variable.startsWith("KPIGROUPS_TEST_");
    }
    return key.startsWith(PREFIX) ? !KEYS.contains(key) : isLikeOurs(variable);
  }

  private static boolean isLikeOurs(String variable) {
    String tail = tail(variable);
    String head = variable.substring(0, variable.length() - tail.length()).replace("_", "");
    return likeness(head, WORD) >= LIKE_OUR_PREFIX
        && likeness(tail, tail(nearest(variable, KEYS))) >= LIKE_OUR_NAME;
  }

  static boolean isServiceLink(String variable, String value) {
    return SERVICE_LINK.matcher(variable + "=" + value).matches();
  }

  /** Which of the keys is most like a name. */
  static String nearest(String name, Collection<String> keys) {
    Comparator<String> byLikeness =
        Comparator.comparingDouble(key -> likeness(tail(name), tail(key)));
    return keys.stream().max(byLikeness).orElseThrow();
  }

  private static String tail(String name) {
    return HEAD.matcher(variable(name)).replaceFirst("");
  }

  /** How alike two words are, from 0 to 1: by the length of their longest common subsequence. */
  private static double likeness(String one, String other) {
    int[] shared = new int[other.length() + 1];
    for (char letter : one.toCharArray()) {
      int diagonal = 0;
      for (int j = 1; j <= other.length(); j++) {
        int above = shared[j];
        shared[j] = letter == other.charAt(j - 1) ? diagonal + 1 : Math.max(above, shared[j - 1]);
        diagonal = above;
      }
    }
    return 2.0 * shared[other.length()] / (one.length() + other.length());
  }
}
