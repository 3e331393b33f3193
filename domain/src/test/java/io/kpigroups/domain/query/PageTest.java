package io.kpigroups.domain.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.kpigroups.domain.failure.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PageTest {
  private static final PageRange TWO = new PageRange(4, 2);

  @Test
  void aPageEndsAtItsLimitAndKnowsWhetherThereIsMoreBehindIt() {
    assertThat(query(true).page(List.of("a", "b", "c"), 7)).isEqualTo(page("a", "b", true));
    assertThat(query(true).page(List.of("a", "b"), 7)).isEqualTo(page("a", "b", false));
    assertThat(query(true).page(List.of(), 7).hasNext()).isFalse();
  }

  @Test
  void rowsAreCountedOnlyIfThatIsAskedFor() {
    Page<String> counted = query(true).page(List.of("a", "b"), true, () -> 7);
    assertThat(counted).isEqualTo(page("a", "b", true));
    assertThat(counted.totalCount()).isEqualTo(7);

    Page<String> uncounted = query(false).page(List.of("a", "b"), true, () -> fail("counted"));
    assertThat(uncounted).isEqualTo(new Page<>(List.of("a", "b"), OptionalLong.empty(), TWO, true));
    assertThatThrownBy(uncounted::totalCount).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void aPageKeepsItsOwnCopyOfTheRows() {
    List<String> rows = new ArrayList<>(List.of("a"));
    Page<String> page = new Page<>(rows, OptionalLong.of(1), TWO, false);

    rows.clear();

    assertThat(page.items()).containsExactly("a");
  }

  @Test
  void aRangeStartsAt0AndHasAtLeastOneRow() {
    assertThat(PageRange.first(1)).isEqualTo(new PageRange(0, 1));
    assertThatThrownBy(() -> new PageRange(-1, 1))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("skip");
    assertThatThrownBy(() -> new PageRange(0, 0))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("limit");
  }

  @Test
  void aRangeIsCutToAMaximumAndNeverWidened() {
    assertThat(new PageRange(7, 11).atMost(10)).isEqualTo(new PageRange(7, 10));
    assertThat(new PageRange(7, 10).atMost(10)).isEqualTo(new PageRange(7, 10));
    assertThat(new PageRange(7, 9).atMost(10)).isEqualTo(new PageRange(7, 9));
  }

  @Test
  void rowsThatAreShownInAnotherWayAreTheSamePage() {
    assertThat(page("a", "bc", true).map(String::length))
        .isEqualTo(new Page<>(List.of(1, 2), OptionalLong.of(7), TWO, true));
    assertThat(new Page<>(List.of("abc"), OptionalLong.empty(), TWO, false).map(String::length))
        .isEqualTo(new Page<>(List.of(3), OptionalLong.empty(), TWO, false));
  }

  private static ListQuery<GroupField> query(boolean count) {
    return ListQuery.groups(List.of(), TWO, count);
  }

  /** A page of two rows of seven. */
  private static Page<String> page(String one, String other, boolean hasNext) {
    return new Page<>(List.of(one, other), OptionalLong.of(7), TWO, hasNext);
  }
}
