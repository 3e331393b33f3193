package io.kpigroups.benchmarks.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.benchmarks.jmh.MicroBenchmarks.Cost;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

class MicroBenchmarksTest {

  @Test
  void eachBenchmarkRunsAndIsToldWithWhatItCosts() throws RunnerException {
    List<Cost> costs =
        MicroBenchmarks.run(
            new OptionsBuilder()
                .mode(Mode.SingleShotTime)
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(2)
                .verbosity(VerboseMode.SILENT)
                .build());

    assertThat(costs)
        .extracting(Cost::benchmark)
        .contains(
            "AnswerBenchmark.group",
            "AnswerBenchmark.listOf100",
            "CursorBenchmark.read",
            "CursorBenchmark.write",
            "FilterBenchmark.matchesOf100",
            "FilterBenchmark.read",
            "JsonInBenchmark.batchOf100",
            "JsonInBenchmark.create",
            "JsonOutBenchmark.group",
            "JsonOutBenchmark.listOf100",
            "NameBenchmark.check",
            "NameBenchmark.key",
            "TokenBenchmark.count",
            "TokenBenchmark.header",
            "TokenBenchmark.known",
            "TokenBenchmark.verify");
    assertThat(costs)
        .filteredOn(cost -> cost.benchmark().equals("NameBenchmark.key"))
        .extracting(Cost::params)
        .containsExactlyInAnyOrder("name=ASCII", "name=ACCENTED", "name=LONG");
    assertThat(costs).allSatisfy(cost -> assertThat(cost.nanosPerOp()).isPositive());
  }
}
