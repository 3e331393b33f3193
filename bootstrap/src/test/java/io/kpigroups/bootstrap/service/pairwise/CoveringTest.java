package io.kpigroups.bootstrap.service.pairwise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.bootstrap.service.pairwise.Covering.Choice;
import io.kpigroups.bootstrap.service.pairwise.Covering.Pair;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CoveringTest {
  private static final List<List<Integer>> SIZES =
      List.of(
          List.of(1, 1),
          List.of(2, 2),
          List.of(5, 1, 3),
          List.of(2, 2, 2, 2),
          List.of(9, 7, 5, 3, 2));

  @Test
  void eachTwoValuesStandTogetherInSomeRow() {
    for (List<Integer> sizes : SIZES) {
      Covering covering = new Covering(sizes, (one, two) -> true);
      assertThat(covered(covering.rows())).isEqualTo(covering.pairs()).hasSize(pairs(sizes));
    }
  }

  @Test
  void thereAreFewerRowsThanCombinations() {
    Covering covering = new Covering(List.of(9, 7, 5, 3, 2), (one, two) -> true);
    assertThat(covering.rows()).hasSizeBetween(63, 80);
  }

  @Test
  void whatMustNotStandTogetherDoesNot() {
    Covering covering =
        new Covering(
            List.of(4, 3, 3),
            (one, two) -> one.parameter() != 0 || one.value() < 3 || two.value() < 2);
    assertThat(covering.rows())
        .noneMatch(row -> row.get(0) == 3 && (row.get(1) == 2 || row.get(2) == 2));
    assertThat(covered(covering.rows())).isEqualTo(covering.pairs()).hasSize(33 - 2);
  }

  @Test
  void theRowsAreTheSameAtEachRun() {
    Covering covering = new Covering(List.of(4, 3, 3), (one, two) -> true);
    assertThat(covering.rows()).isEqualTo(covering.rows());
  }

  @Test
  void aChoiceThatGoesWithNothingIsTold() {
    Covering covering = new Covering(List.of(2, 2, 1), (one, two) -> two.parameter() < 2);
    assertThatThrownBy(covering::rows)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("parameter 2");
  }

  private static Set<Pair> covered(List<List<Integer>> rows) {
    Set<Pair> pairs = new HashSet<>();
    for (List<Integer> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        for (int j = i + 1; j < row.size(); j++) {
          pairs.add(new Pair(new Choice(i, row.get(i)), new Choice(j, row.get(j))));
        }
      }
    }
    return pairs;
  }

  private static int pairs(List<Integer> sizes) {
    int pairs = 0;
    for (int i = 0; i < sizes.size(); i++) {
      for (int j = i + 1; j < sizes.size(); j++) {
        pairs += sizes.get(i) * sizes.get(j);
      }
    }
    return pairs;
  }
}
