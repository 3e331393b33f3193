package io.kpigroups.benchmarks.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is counted is exact, so it is tested; how long anything takes is not. */
class ScaleBenchmarksTest {
  private static final int SMALL = 100;
  private static final int LARGE = 1_000;

  /** Both sizes have room for it: pages of 10, 20 groups that are found, 200 members. */
  private static final Amounts AMOUNTS = new Amounts(50, 100, 10, 200, 50, 5, 10);

  /** Every operation is measured once. */
  private static final CpuClock ONCE = new CpuClock(Duration.ZERO, Duration.ZERO, 1);

  @TempDir static Path folder;

  private static List<ScaleResult> results;

  @BeforeAll
  static void measure() {
    results =
        new ScaleBenchmarks(AMOUNTS, ONCE, Duration.ZERO)
            .measure(List.of(LARGE, SMALL), folder, line -> {});
  }

  private static ScaleResult result(String operation, Spread spread, int size) {
    return results.stream()
        .filter(result -> result.operation().equals(operation))
        .filter(result -> result.spread() == spread && result.size() == size)
        .findFirst()
        .orElseThrow(() -> new AssertionError(operation));
  }

  private static List<String> operations() {
    return results.stream().map(ScaleResult::operation).distinct().toList();
  }

  /** How many rows more there are in the large account. */
  private static long moreRows(String operation) {
    return result(operation, Spread.ONE_ACCOUNT, LARGE).rows()
        - result(operation, Spread.ONE_ACCOUNT, SMALL).rows();
  }

  @Test
  void eachOperationIsMeasuredInEachLayoutAtEachSizeAndNothingIsLeft() {
    assertThat(results).hasSize(operations().size() * 4);
    assertThat(results).allMatch(result -> result.cpuMicros() > 0 && result.vmSteps() > 0);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void groupsOfOthersCostNothing() {
    for (String operation : operations()) {
      ScaleResult few = result(operation, Spread.MANY_ACCOUNTS, SMALL);
      ScaleResult many = result(operation, Spread.MANY_ACCOUNTS, LARGE);

      assertThat(many.rows()).as(operation).isEqualTo(few.rows());
      assertThat(many.vmSteps()).as(operation).isEqualTo(few.vmSteps());
    }
  }

  @Test
  void inOneAccountOnlySearchesGrow() {
    List<String> grown =
        operations().stream()
            .filter(
                operation ->
                    moreRows(operation) != 0
                        || result(operation, Spread.ONE_ACCOUNT, LARGE).vmSteps()
                            != result(operation, Spread.ONE_ACCOUNT, SMALL).vmSteps())
            .toList();

    assertThat(grown)
        .containsExactly(
            "q that finds 20",
            "q that finds nothing",
            "q that finds 20, exact count",
            "q that finds nothing, exact count");
    // A search reads as far as its page, here the half and one, and its count all.
    assertThat(moreRows("q that finds 20")).isEqualTo((LARGE - SMALL) / 2);
    assertThat(moreRows("q that finds 20, exact count")).isEqualTo((LARGE - SMALL) * 3 / 2);
    assertThat(moreRows("q that finds nothing, exact count")).isEqualTo(LARGE - SMALL);
  }

  @Test
  void whatIsCountedIsWhatIsRead() {
    assertThat(rows("get")).isEqualTo(1);
    // The rows of the page, and the one behind it.
    assertThat(rows("list by id, first page")).isEqualTo(11);
    assertThat(rows("list by id, exact count, first page")).isEqualTo(11 + 1);
    // The favorite, its group, and for those of the page that it is one; then all are counted.
    assertThat(rows("favorite=true, 50 favorites, exact count")).isEqualTo(3 * 11 + 2 * 50);
    // All must be sorted: each and its name.
    assertThat(rows("members by name, 10 of 200")).isEqualTo(1 + 2 * 200 + 1);
  }

  private static long rows(String operation) {
    return result(operation, Spread.ONE_ACCOUNT, LARGE).rows();
  }

  @Test
  void sizesWithoutRoomForTheFavoritesAreRefused() {
    assertThatThrownBy(() -> ScaleBenchmarks.run(List.of(1_000), folder, line -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2000");
  }
}
