package io.kpigroups.adapter.rest.list;

import static io.kpigroups.adapter.rest.list.SampleList.cursor;
import static io.kpigroups.adapter.rest.list.SampleList.errors;
import static io.kpigroups.adapter.rest.list.SampleList.links;
import static io.kpigroups.adapter.rest.list.SampleList.query;
import static io.kpigroups.adapter.rest.list.SampleList.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.rest.problem.Problem.InputError;
import io.kpigroups.adapter.rest.support.Reading;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.query.Position;
import io.kpigroups.domain.value.FieldValue.Text;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The links of a page, and where their cursors lead. */
class PageLinksTest {
  private static final String CURSOR =
      "This cursor is none of this list, or is from another version of this service. A cursor comes"
          + " from the Link header of a page, and works unchanged with the account, the order (sort)"
          + " and the filters of that page only.";

  @Test
  void theFirstPageLinksToItselfAndTheNext() {
    assertThat(links("?limit=2", 0, 2, 5))
        .isEqualTo("</list?limit=2>; rel=\"first\", </list?cursor=C&limit=2>; rel=\"next\"");
  }

  @Test
  void aPageInTheMiddleLinksToThreeInTheSameOrder() {
    assertThat(links("?skip=2&limit=2&sort=-name", 2, 2, 5))
        .isEqualTo(
            "</list?limit=2&sort=-name>; rel=\"first\", "
                + "</list?skip=0&limit=2&sort=-name>; rel=\"prev\", "
                + "</list?cursor=C&limit=2&sort=-name>; rel=\"next\"");
  }

  @Test
  void theLastPageLinksToNoNext() {
    assertThat(links("?skip=4&limit=2", 4, 2, 5))
        .isEqualTo("</list?limit=2>; rel=\"first\", </list?skip=2&limit=2>; rel=\"prev\"");
  }

  @Test
  void aPageWithoutRowsLinksToNoNextWhateverTheStoreSaysOfMore() {
    Page<Kpi> empty = SampleList.uncounted(List.of(), new PageRange(0, 2));

    assertThat(links("", empty)).isEqualTo("</list?limit=2>; rel=\"first\"");
  }

  @Test
  void thePageBehindACursorLinksToNoPrevious() {
    String cursor = cursor("", row(0));

    assertThat(links("?limit=2&cursor=" + cursor, 0, 2, 5))
        .isEqualTo("</list?limit=2>; rel=\"first\", </list?cursor=C&limit=2>; rel=\"next\"");
  }

  @Test
  void aCursorLeadsToThePlaceOfItsRowInTheOrder() {
    String cursor = cursor("?sort=-name", row(7));

    assertThat(query("?sort=-name&cursor=" + cursor).after())
        .contains(new Position(List.of(new Text("row 7"), new Text("k7"))));
    assertThat(query("?sort=-name&cursor=" + cursor + "&take=3&count=none").range())
        .isEqualTo(new PageRange(0, 3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?sort=name", "?sort=-name,id", "?sort=id"})
  void aCursorOfAnotherOrderIsRefused(String order) {
    String cursor = cursor("?sort=-name", row(1));

    assertThat(errors((order.isEmpty() ? "?" : order + "&") + "cursor=" + cursor))
        .containsExactly(new InputError("query", "cursor", CURSOR));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "AQ", "%00", "AQAAAAA", "%D9%A1"})
  void whatIsNoCursorIsRefused(String cursor) {
    assertThat(errors("?cursor=" + cursor))
        .containsExactly(new InputError("query", "cursor", CURSOR));
  }

  @Test
  void aCursorWithSkippedRowsIsRefused() {
    String cursor = cursor("", row(1));
    for (String query : List.of("?skip=0&cursor=" + cursor, "?cursor=x&skip=5")) {
      assertThat(errors(query))
          .containsExactly(
              new InputError(
                  "query",
                  "cursor",
                  "Send cursor or skip, not both: a cursor says where the page begins."));
    }
  }

  @Test
  void nothingIsSaidOfACursorWhereItIsNotKnownOfWhichListItShouldBe() {
    assertThat(errors("?cursor=x&sort=x")).extracting(InputError::name).containsExactly("sort");
    assertThat(
            Reading.of("GET /list?cursor=x&limit=0")
                .errors(
                    request ->
                        SampleList.read(request, request.wrong("query", "q", "q is wrong."))))
        .extracting(InputError::name)
        .containsExactly("q", "limit");
  }

  @Test
  void behindTheEndThePreviousPageIsTheLastThatHasRows() {
    assertThat(links("?skip=100&limit=2", 100, 2, 5))
        .contains("</list?skip=3&limit=2>; rel=\"prev\"");
    assertThat(links("?skip=100&limit=9", 100, 9, 5))
        .contains("</list?skip=0&limit=5>; rel=\"prev\"");
    assertThat(links("?skip=100&limit=9", 100, 9, 0)).doesNotContain("prev");
  }

  @Test
  void thePreviousPageEndsWhereThisOneBegins() {
    assertThat(links("?skip=1&limit=2", 1, 2, 5)).contains("</list?skip=0&limit=1>; rel=\"prev\"");
    assertThat(links("?skip=5&limit=10", 5, 10, 20))
        .contains("</list?skip=0&limit=5>; rel=\"prev\"");
    assertThat(links("?skip=12&limit=10", 12, 10, 20))
        .contains("</list?skip=2&limit=10>; rel=\"prev\"");
  }

  @Test
  void theLinksHaveTheLimitThatWasInForce() {
    assertThat(links("", 0, 3, 5)).contains("</list?cursor=C&limit=3>; rel=\"next\"");
    assertThat(links("?take=7", 0, 3, 5)).contains("</list?cursor=C&limit=3>; rel=\"next\"");
  }
}
