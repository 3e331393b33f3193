package io.kpigroups.benchmarks.scale;

import io.kpigroups.benchmarks.report.Figures;
import io.kpigroups.benchmarks.report.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** Writes results as Markdown: a table "cost against size" for each spread, and what grows. */
public final class ScaleReport {
  /** From here on more work is called growth. */
  private static final double GROWN = 1.1;

  private final List<ScaleResult> results;

  /** The report of what {@link ScaleBenchmarks#run} has answered. */
  public ScaleReport(List<ScaleResult> results) {
    this.results = List.copyOf(results);
  }

  /** What an operation costs in a spread, the smallest size first. */
  private record Line(String operation, List<ScaleResult> bySize) {

    double growth(ToDoubleFunction<ScaleResult> cost) {
      double first = cost.applyAsDouble(bySize.get(0));
      double last = cost.applyAsDouble(bySize.get(bySize.size() - 1));
      return first == last ? 1 : last / first;
    }

    double cpuGrowth() {
      return growth(ScaleResult::cpuMicros);
    }

    boolean grows() {
      return growth(ScaleResult::vmSteps) > GROWN || growth(ScaleResult::rows) > GROWN;
    }

    List<String> cells() {
      List<String> cells = new ArrayList<>(List.of(operation));
      bySize.forEach(result -> cells.add(Figures.of(result.cpuMicros())));
      cells.add(Figures.times(cpuGrowth()));
      cells.add(count(ScaleResult::rows));
      cells.add(count(ScaleResult::vmSteps));
      return cells;
    }

    /** One number where it is the same at every size. */
    private String count(ToLongFunction<ScaleResult> count) {
      String first = Figures.whole(count.applyAsLong(bySize.get(0)));
      String last = Figures.whole(count.applyAsLong(bySize.get(bySize.size() - 1)));
      return first.equals(last)
          ? first
          : first + " → " + last + " (" + Figures.times(growth(count::applyAsLong)) + ")";
    }
  }

  private List<Line> lines(Spread spread) {
    return results.stream()
        .filter(result -> result.spread() == spread)
        .collect(
            Collectors.groupingBy(ScaleResult::operation, LinkedHashMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(line -> new Line(line.getKey(), line.getValue()))
        .toList();
  }

  private List<Spread> spreads() {
    return results.stream().map(ScaleResult::spread).distinct().toList();
  }

  /** The tables, each with a title of the third level and the sentences on what grows. */
  public String markdown() {
    return spreads().stream().map(this::markdown).collect(Collectors.joining("\n"));
  }

  private String markdown(Spread spread) {
    List<Line> lines = lines(spread);
    List<String> headings = new ArrayList<>(List.of("Operation"));
    for (ScaleResult result : lines.get(0).bySize()) {
      headings.add("CPU µs at " + Figures.whole(result.size()));
    }
    headings.addAll(List.of("CPU growth", "Rows", "VM steps"));
    Table table = new Table(headings);
    lines.forEach(line -> table.row(line.cells()));
    return "### " + spread.title() + "\n\n" + table + "\n" + growth(spread) + "\n";
  }

  /** What grows with the size in this spread and what does not, in plain sentences. */
  public String growth(Spread spread) {
    List<Line> lines = lines(spread);
    List<Line> growing = lines.stream().filter(Line::grows).toList();
    List<Line> same = lines.stream().filter(line -> !line.grows()).toList();
    List<ScaleResult> sizes = lines.get(0).bySize();
    int first = sizes.get(0).size();
    int last = sizes.get(sizes.size() - 1).size();
    return "From "
        + Figures.whole(first)
        + " to "
        + Figures.whole(last)
        + " groups ("
        + Figures.times((double) last / first)
        + ") "
        + (growing.isEmpty() ? "no operation does more work." : grown(growing))
        + unchanged(same);
  }

  private static String grown(List<Line> growing) {
    DoubleSummaryStatistics steps =
        growing.stream().mapToDouble(line -> line.growth(ScaleResult::vmSteps)).summaryStatistics();
    return "these do more work, "
        + Figures.times(steps.getMin())
        + " to "
        + Figures.times(steps.getMax())
        + " in steps: "
        + growing.stream().map(Line::operation).collect(Collectors.joining("; "))
        + ".";
  }

  private static String unchanged(List<Line> same) {
    return same.stream()
        .max(Comparator.comparingDouble(Line::cpuGrowth))
        .map(
            most ->
                " "
                    + same.size()
                    + " take as many rows and steps, within a tenth; of these the CPU time grows"
                    + " most for \""
                    + most.operation()
                    + "\", "
                    + Figures.times(most.cpuGrowth())
                    + ".")
        .orElse("");
  }
}
