package io.kpigroups.bootstrap.service.observed;

import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.process.ServiceProcess;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the service measures, as Prometheus reads it. */
public record Metrics(String text, List<Sample> samples) {
  private static final Pattern SAMPLE =
      Pattern.compile("(?<name>[a-zA-Z_:][\\w:]*)(\\{(?<labels>.*?)})? (?<value>\\S+)( # .*)?");
  private static final Pattern LABEL =
      Pattern.compile("(?<label>\\w+)=\"(?<value>(?:[^\"\\\\]|\\\\.)*)\"");

  /** One value of a metric. */
  public record Sample(String name, Map<String, String> labels, double value) {}

  public static Metrics of(ServiceProcess service) {
    return parse(Answer.get(service.management("/q/metrics")).has(200).response().body());
  }

  public static Metrics parse(String text) {
    return new Metrics(
        text,
        text.lines()
            .map(SAMPLE::matcher)
            .filter(Matcher::matches)
            .map(
                line ->
                    new Sample(
                        line.group("name"),
                        labels(line.group("labels")),
                        Double.parseDouble(line.group("value"))))
            .toList());
  }

  /** The sum of a metric's values with these labels, each as {@code name=value}. */
  public double sum(String name, String... labels) {
    Map<String, String> wanted = new HashMap<>();
    for (String label : labels) {
      wanted.put(label.split("=")[0], label.split("=")[1]);
    }
    return samples.stream()
        .filter(sample -> sample.name.equals(name))
        .filter(sample -> sample.labels.entrySet().containsAll(wanted.entrySet()))
        .mapToDouble(Sample::value)
        .sum();
  }

  /** The largest of a metric's values. */
  public double max(String name) {
    return samples.stream()
        .filter(sample -> sample.name.equals(name))
        .mapToDouble(Sample::value)
        .max()
        .orElseThrow();
  }

  private static Map<String, String> labels(String text) {
    Map<String, String> labels = new HashMap<>();
    Matcher label = LABEL.matcher(text == null ? "" : text);
    while (label.find()) {
      labels.put(label.group("label"), label.group("value"));
    }
    return labels;
  }
}
