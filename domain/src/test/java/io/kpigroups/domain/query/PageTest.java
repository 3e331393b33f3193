package io.kpigroups.domain.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.failure.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class PageTest {

  @Test
  void aPageKnowsWhetherThereIsMoreBehindIt() {
    assertThat(page(0, 5).hasNext()).isTrue();
    assertThat(page(2, 5).hasNext()).isTrue();
    assertThat(page(3, 5).hasNext()).isFalse();
    assertThat(page(0, 2).hasNext()).isFalse();
  }

  @Test
  void anEmptyPageIsTheLast() {
    assertThat(new Page<>(List.of(), 5, new PageRange(0, 10)).hasNext()).isFalse();
  }

  @Test
  void aPageFarBehindDoesNotOverflow() {
    assertThat(page(Integer.MAX_VALUE, 1).hasNext()).isFalse();
    assertThat(page(Integer.MAX_VALUE, Long.MAX_VALUE).hasNext()).isTrue();
  }

  @Test
  void aPageKeepsItsOwnCopyOfTheRows() {
    List<String> rows = new ArrayList<>(List.of("a"));
    Page<String> page = new Page<>(rows, 1, PageRange.first(1));

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

  /** A page of two rows. */
  private static Page<String> page(int skip, long total) {
    return new Page<>(List.of("a", "b"), total, new PageRange(skip, 2));
  }

  @Test
  void rowsThatWereNotCountedTellWhetherThereAreMore() {
    PageRange two = PageRange.first(2);

    Page<String> more = Page.uncounted(List.of("a", "b"), two, true);
    assertThat(more.items()).containsExactly("a", "b");
    assertThat(more.hasNext()).isTrue();
    assertThat(more.total()).isEmpty();
    assertThatThrownBy(more::totalCount).isInstanceOf(NoSuchElementException.class);

    Page<String> last = Page.uncounted(List.of("a", "b"), two, false);
    assertThat(last.items()).containsExactly("a", "b");
    assertThat(last.hasNext()).isFalse();
  }

  @Test
  void rowsThatAreShownInAnotherWayAreTheSamePage() {
    assertThat(page(4, 7).map(String::length))
        .isEqualTo(new Page<>(List.of(1, 1), 7, new PageRange(4, 2)));
    Page<String> uncounted = Page.uncounted(List.of("abc"), PageRange.first(1), true);
    assertThat(uncounted.map(String::length))
        .isEqualTo(Page.uncounted(List.of(3), PageRange.first(1), true));
  }
}
