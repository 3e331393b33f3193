package io.kpigroups.benchmarks.report;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.kpigroups.benchmarks.compare.Results;
import io.kpigroups.benchmarks.compare.Sample;
import io.kpigroups.benchmarks.load.Operation;
import io.kpigroups.benchmarks.server.Contender;
import io.kpigroups.benchmarks.server.Refused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The ratios of a run in a file, and how those of two runs agree. */
public final class Agreement {
  /** How far the ratios of two runs may be apart. */
  private static final double BOUND = 0.15;

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private Agreement() {}

  /** Writes the ratios of each of our builds to each rival, for each operation. */
  public static void write(Results results, Path file) throws IOException {
    Map<String, Double> ratios = new TreeMap<>();
    for (Contender ours : results.contenders()) {
      for (Contender rival : results.contenders()) {
        if (ours.ours() && !rival.ours()) {
          for (Operation operation : results.plan().operations()) {
            String key = operation.option() + " " + ours.name() + " to " + rival.name();
            ratios.put(
                "cpu " + key,
                results.ratio(ours.name(), rival.name(), operation, Sample::cpuMicros).middle());
            ratios.put(
                "throughput " + key,
                results.ratio(ours.name(), rival.name(), operation, Sample::throughput).middle());
          }
        }
      }
    }
    JSON.writeValue(file.toFile(), ratios);
  }

  /**
   * How two runs agree, in sentences, and each ratio that does not.
   *
   * @throws Refused if they have nothing in common
   */
  public static String compare(Path first, Path second) throws IOException {
    Map<String, Double> one = JSON.readValue(first.toFile(), new TypeReference<>() {});
    Map<String, Double> other = JSON.readValue(second.toFile(), new TypeReference<>() {});
    if (Collections.disjoint(one.keySet(), other.keySet())) {
      throw new Refused("The two runs have no ratio in common.");
    }
    StringBuilder text = new StringBuilder();
    for (String kind : List.of("cpu", "throughput")) {
      Table apart = new Table(List.of("ratio", "first run", "second run", "apart"));
      int all = 0;
      int agree = 0;
      double most = 0;
      for (Map.Entry<String, Double> entry : one.entrySet()) {
        Double again = other.get(entry.getKey());
        if (again == null || !entry.getKey().startsWith(kind + " ")) {
          continue;
        }
        double distance = Math.max(entry.getValue(), again) / Math.min(entry.getValue(), again) - 1;
        all++;
        most = Math.max(most, distance);
        if (distance <= BOUND) {
          agree++;
        } else {
          apart.row(
              List.of(
                  entry.getKey(),
                  Figures.of(entry.getValue()),
                  Figures.of(again),
                  Figures.percent(distance)));
        }
      }
      if (all == 0) {
        continue;
      }
      text.append(
          "\nOf "
              + all
              + " ratios of "
              + (kind.equals("cpu") ? "CPU time" : "throughput")
              + ", "
              + agree
              + " agree within "
              + Figures.percent(BOUND)
              + "; the farthest are "
              + Figures.percent(most)
              + " apart.\n");
      if (agree < all) {
        text.append('\n').append(apart);
      }
    }
    return text.toString();
  }
}
