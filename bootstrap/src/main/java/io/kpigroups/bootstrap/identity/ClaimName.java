package io.kpigroups.bootstrap.identity;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jose4j.jwt.JwtClaims;

/**
 * Where a claim is in a token: its name, or a path into nested claims with slashes between the
 * steps. A step can stand in double quotes, and then is what is between them.
 *
 * <p>Without quotes, the name is tried as a whole, and then with each of its slashes as the end of
 * the first step, the last one first: so a step with a slash of its own needs no quotes unless
 * another reading is in the token too.
 *
 * @param steps the steps of a path with quotes; empty for a name without any
 */
record ClaimName(String name, List<String> steps) {
  private static final String STEP = "\"[^\"]+\"|[^/\"]+";
  private static final Pattern STEPS = Pattern.compile(STEP);
  private static final Pattern PATH = Pattern.compile("(" + STEP + ")(/(" + STEP + "))*");

  ClaimName {
    steps = List.copyOf(steps);
  }

  /**
   * Reads a name.
   *
   * @param setting the setting that gives it
   * @throws ConfigurationException if its quotes are not in order
   */
  static ClaimName of(String setting, String name) {
    if (name.indexOf('"') < 0) {
      return new ClaimName(name, List.of());
    }
    if (!PATH.matcher(name).matches()) {
      throw new ConfigurationException(
          setting
              + " is "
              + name
              + ", whose quotes are not in order: put a whole step between two of them, as in"
              + " a/\"b/c\"/d.");
    }
    return new ClaimName(
        name,
        STEPS.matcher(name).results().map(MatchResult::group).map(ClaimName::unquoted).toList());
  }

  /** What a token says there; empty if it says nothing, or null. */
  Optional<Object> in(Map<?, ?> claims) {
    return steps.isEmpty() ? find(claims, name) : walk(claims, steps);
  }

  /**
   * Has a token say this there.
   *
   * @throws ConfigurationException if another claim of it is where this one's path leads through
   */
  void put(JwtClaims token, Object value) {
    if (steps.isEmpty()) {
      token.setClaim(name, value);
      return;
    }
    Map<String, Object> all = token.getClaimsMap();
    Map<String, Object> place = all;
    for (String step : steps.subList(0, steps.size() - 1)) {
      place = nested(place, step);
    }
    place.put(steps.get(steps.size() - 1), value);
    token.setClaim(steps.get(0), all.get(steps.get(0)));
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> nested(Map<String, Object> place, String step) {
    if (place.computeIfAbsent(step, absent -> new LinkedHashMap<>()) instanceof Map<?, ?> map) {
      return (Map<String, Object>) map;
    }
    throw new ConfigurationException(
        "The claim " + name + " cannot be in a token: " + step + " is another claim.");
  }

  private static Optional<Object> walk(Map<?, ?> claims, List<String> steps) {
    Optional<Object> first = Optional.ofNullable(claims.get(steps.get(0)));
    List<String> rest = steps.subList(1, steps.size());
    return rest.isEmpty()
        ? first
        : first.flatMap(
            nested -> nested instanceof Map<?, ?> map ? walk(map, rest) : Optional.empty());
  }

  private static Optional<Object> find(Map<?, ?> claims, String name) {
    Optional<Object> found = Optional.ofNullable(claims.get(name));
    int slash = name.lastIndexOf('/');
    while (found.isEmpty() && slash >= 0) {
      if (claims.get(name.substring(0, slash)) instanceof Map<?, ?> nested) {
        found = find(nested, name.substring(slash + 1));
      }
      slash = name.lastIndexOf('/', slash - 1);
    }
    return found;
  }

  private static String unquoted(String step) {
    return step.replace("\"", "");
  }
}
