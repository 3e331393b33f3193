package io.kpigroups.benchmarks.report;

import io.kpigroups.benchmarks.compare.Ratio;
import io.kpigroups.benchmarks.compare.Results;
import io.kpigroups.benchmarks.server.Contender;
import java.util.List;

/** A table of memory and start, with a row for each contender. */
final class MemoryTable {
  private MemoryTable() {}

  static Table of(Results results) {
    Table table =
        new Table(List.of("", "at rest, MB", "under load, MB", "start, ms", "from ... to"));
    for (Contender contender : results.contenders()) {
      List<Double> starts = results.starts().getOrDefault(contender.name(), List.of());
      List<Double> load =
          results.loadBytes().getOrDefault(contender.name(), List.of()).stream()
              .map(Long::doubleValue)
              .toList();
      table.row(
          List.of(
              contender.title(),
              Figures.megabytes(results.restBytes().getOrDefault(contender.name(), 0L)),
              Figures.megabytes(Ratio.median(load)),
              Figures.of(Ratio.median(starts)),
              Figures.of(starts.stream().min(Double::compare).orElseThrow())
                  + " to "
                  + Figures.of(starts.stream().max(Double::compare).orElseThrow())));
    }
    return table;
  }
}
