package io.kpigroups.benchmarks.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScaleReportTest {
  private static ScaleResult result(String operation, int size, double cpu, long rows, long steps) {
    return new ScaleResult(operation, Spread.ONE_ACCOUNT, size, cpu, rows, steps);
  }

  @Test
  void showsCostAgainstSizeAndSaysWhatGrows() {
    ScaleReport report =
        new ScaleReport(
            List.of(
                result("get", 10_000, 8.04, 1, 38),
                result("create", 10_000, 250, 10_000, 30_161),
                result("get", 1_000_000, 12.06, 1, 38),
                result("create", 1_000_000, 25_000, 1_000_000, 3_000_161)));

    assertThat(report.markdown())
        .isEqualTo(
            """
            ### All groups in one account

            | Operation | CPU µs at 10,000 | CPU µs at 1,000,000 | CPU growth | Rows | VM steps |
            | --- | ---: | ---: | ---: | ---: | ---: |
            | get | 8.04 | 12.1 | ×1.50 | 1 | 38 |
            | create | 250 | 25,000 | ×100 | 10,000 → 1,000,000 (×100) | 30,161 → 3,000,161 (×99) |

            From 10,000 to 1,000,000 groups (×100) these do more work, ×99 to ×99 in steps: create. \
            1 take as many rows and steps, within a tenth; of these the CPU time grows \
            most for "get", ×1.50.
            """);
  }

  @Test
  void saysThatNothingGrows() {
    ScaleReport report =
        new ScaleReport(List.of(result("get", 10, 5, 1, 38), result("get", 100, 5, 1, 39)));

    assertThat(report.growth(Spread.ONE_ACCOUNT)).contains("no operation does more work");
  }
}
