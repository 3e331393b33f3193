package io.kpigroups.bootstrap.service.observed;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The parts of a PromQL query by which it can ask for what nobody measures. */
public record Query(String text, List<Selector> selectors, Set<String> grouping) {
  private static final Pattern RANGE = Pattern.compile("\\[[^]]*]");
  private static final Pattern GROUPING =
      Pattern.compile(
          "\\b(by|on|without|ignoring|group_left|group_right)\\s*\\((?<labels>[^)]*)\\)");
  private static final Pattern SELECTOR =
      Pattern.compile("\\b(?<name>[a-zA-Z_:][\\w:]*)\\b(?!\\s*\\()\\s*(\\{(?<matchers>[^}]*)})?");
  private static final Pattern MATCHER =
      Pattern.compile("(?<label>\\w+)\\s*(?<how>=~|!~|!=|=)\\s*\"(?<value>[^\"]*)\"");
  private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset", "le");

  /** What Prometheus adds itself to all that it reads. */
  private static final Set<String> PROMETHEUS = Set.of("job", "instance");

  /** A metric and what is demanded of its labels; null where any value will do. */
  public record Selector(String metric, Map<String, String> labels) {}

  public static Query parse(String text) {
    String rest = RANGE.matcher(text).replaceAll("");
    Set<String> grouping = new HashSet<>();
    GROUPING
        .matcher(rest)
        .results()
        .flatMap(found -> Stream.of(found.group(2).split(",")))
        .map(String::strip)
        .forEach(grouping::add);
    List<Selector> selectors = new ArrayList<>();
    Matcher selector = SELECTOR.matcher(GROUPING.matcher(rest).replaceAll(""));
    while (selector.find()) {
      if (!WORDS.contains(selector.group("name"))) {
        selectors.add(new Selector(selector.group("name"), labels(selector.group("matchers"))));
      }
    }
    return new Query(text, selectors, grouping);
  }

  /** Everything in the query that is not in the metrics. */
  public List<String> missingIn(Metrics metrics) {
    return selectors.stream()
        .flatMap(selector -> missing(selector, metrics).map(what -> what + " in " + text))
        .toList();
  }

  private Stream<String> missing(Selector selector, Metrics metrics) {
    List<Map<String, String>> measured =
        metrics.samples().stream()
            .filter(sample -> sample.name().equals(selector.metric))
            .map(Metrics.Sample::labels)
            .toList();
    if (measured.isEmpty()) {
      return Stream.of("no metric " + selector.metric);
    }
    Map<String, String> demanded = new TreeMap<>(selector.labels);
    grouping.forEach(label -> demanded.putIfAbsent(label, null));
    demanded.keySet().removeAll(PROMETHEUS);
    return demanded.entrySet().stream()
        .filter(
            label ->
                measured.stream()
                    .noneMatch(labels -> has(labels, label.getKey(), label.getValue())))
        .map(label -> "no label " + label + " of " + selector.metric);
  }

  private static boolean has(Map<String, String> labels, String label, String value) {
    return value == null ? labels.containsKey(label) : value.equals(labels.get(label));
  }

  private static Map<String, String> labels(String matchers) {
    Map<String, String> labels = new TreeMap<>();
    Matcher matcher = MATCHER.matcher(matchers == null ? "" : matchers);
    while (matcher.find()) {
      boolean exact = matcher.group("how").equals("=") && !matcher.group("value").contains("$");
      labels.put(matcher.group("label"), exact ? matcher.group("value") : null);
    }
    return labels;
  }
}
