package io.kpigroups.benchmarks.report;

import io.kpigroups.benchmarks.compare.Ratio;
import io.kpigroups.benchmarks.compare.Results;
import io.kpigroups.benchmarks.compare.Watched;
import java.util.List;

/** What speaks against the figures: noise, and answers that were not as they should be. */
final class NoiseReport {
  private NoiseReport() {}

  static String of(Results results) {
    StringBuilder text = new StringBuilder();
    if (results.plan().mongodb().isPresent()) {
      text.append("Nobody watched: the database is a program beside.\n");
    } else {
      List<Double> foreign = results.foreignShares();
      text.append("Other programs and the host took ")
          .append(Figures.percent(Ratio.median(foreign)))
          .append(" of it in the median, ")
          .append(Figures.percent(foreign.stream().max(Double::compare).orElseThrow()))
          .append(" at most; ")
          .append(results.repeats())
          .append(" slices were measured again, since it was more than ")
          .append(Figures.percent(Watched.MOST_FOREIGN))
          .append(".\n");
    }
    results
        .failed()
        .forEach(
            slice ->
                text.append("- Not answered as it should be: ")
                    .append(slice.count())
                    .append(" of ")
                    .append(slice.contender())
                    .append(", ")
                    .append(slice.operation().title())
                    .append(", the first: ")
                    .append(slice.first())
                    .append('\n'));
    return text.toString();
  }
}
