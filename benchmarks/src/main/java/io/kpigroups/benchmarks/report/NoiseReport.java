package io.kpigroups.benchmarks.report;

import io.kpigroups.benchmarks.compare.Ratio;
import io.kpigroups.benchmarks.compare.Results;
import io.kpigroups.benchmarks.compare.Sample;
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
      List<Double> foreign = results.samples().stream().map(Sample::foreignShare).toList();
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
    results.samples().stream()
        .filter(sample -> sample.failures() > 0)
        .forEach(
            sample ->
                text.append("- Not answered as it should be: ")
                    .append(sample.failures())
                    .append(" of ")
                    .append(sample.contender())
                    .append(", ")
                    .append(sample.operation().title())
                    .append(", the first: ")
                    .append(sample.failure().orElse(""))
                    .append('\n'));
    return text.toString();
  }
}
