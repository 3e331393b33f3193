package io.kpigroups.benchmarks.report;

import io.kpigroups.benchmarks.compare.Ratio;
import io.kpigroups.benchmarks.compare.Results;
import io.kpigroups.benchmarks.compare.Sample;
import io.kpigroups.benchmarks.load.Operation;
import io.kpigroups.benchmarks.server.Contender;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Tables with a row for each operation and a column for each contender. */
final class OperationTables {
  private final Results results;

  OperationTables(Results results) {
    this.results = results;
  }

  /** A cell with the trimmed mean of the rounds. */
  BiFunction<Operation, Contender, String> mean(ToDoubleFunction<Sample> value) {
    return (operation, contender) ->
        Figures.of(Ratio.trimmedMean(results.values(contender.name(), operation, value)));
  }

  /** Figures that answers which failed are a part of are marked. */
  String mark(Contender contender, Operation operation) {
    return results.failures(contender.name(), operation) == 0 ? "" : " (!)";
  }

  /** The share of something in the CPU time of all rounds. */
  double shareOf(Contender contender, Operation operation, ToDoubleFunction<Sample> share) {
    List<Double> whole = results.values(contender.name(), operation, Sample::cpuMicros);
    List<Double> part =
        results.values(
            contender.name(),
            operation,
            sample -> sample.cpuMicros() * share.applyAsDouble(sample));
    return sum(part) / sum(whole);
  }

  private static double sum(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).sum();
  }

  /** A table with a column for every contender. */
  Table of(BiFunction<Operation, Contender, String> cell) {
    return of(results.contenders(), cell);
  }

  /** A table with these columns. */
  Table of(List<Contender> columns, BiFunction<Operation, Contender, String> cell) {
    return of(columns, cell, Operation::title);
  }

  /** A table with these columns, and rows with a title of their own. */
  Table of(
      List<Contender> columns,
      BiFunction<Operation, Contender, String> cell,
      Function<Operation, String> title) {
    List<String> headings = new ArrayList<>(List.of(""));
    columns.forEach(column -> headings.add(column.title()));
    Table table = new Table(headings);
    for (Operation operation : results.plan().operations()) {
      List<String> cells = new ArrayList<>(List.of(title.apply(operation)));
      columns.forEach(column -> cells.add(cell.apply(operation, column) + mark(column, operation)));
      table.row(cells);
    }
    return table;
  }
}
