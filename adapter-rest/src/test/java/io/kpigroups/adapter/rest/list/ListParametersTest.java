package io.kpigroups.adapter.rest.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.rest.input.ApiRequest;
import io.kpigroups.adapter.rest.problem.Problem.InputError;
import io.kpigroups.adapter.rest.support.Reading;
import io.kpigroups.domain.query.KpiField;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.PageRange;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListParametersTest {
  private static final String SKIP = "skip must be a whole number from 0 to 2147483647.";
  private static final String SORT =
      "sort must list one or more of id, name, each once, with - in front to reverse.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                   | 0          | 2147483647",
        "?skip=0&limit=1      | 0          | 1",
        "?skip=007&limit=08   | 7          | 8",
        "?take=5              | 0          | 5",
        "?skip=2147483647     | 2147483647 | 2147483647",
        "?limit=2147483648    | 0          | 2147483647",
        "?limit=99999999999999999999999 | 0 | 2147483647"
      })
  void theRangeIsWhatIsAskedFor(String query, int skip, int limit) {
    assertThat(range(query)).isEqualTo(new PageRange(skip, limit));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "2147483648", "1.0", "1e3", "+1", "", "%201", "x", "\u0661"})
  void aSkipThatIsNoWholeNumberOfItsRangeIsRefused(String skip) {
    assertThat(errors("?skip=" + encoded(skip)))
        .containsExactly(new InputError("query", "skip", SKIP));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "000", "-1", "1.5", "", "all", "\u0661"})
  void aLimitThatIsNoWholeNumberFromOneIsRefusedUnderTheNameThatItHas(String limit) {
    for (String name : List.of("limit", "take")) {
      assertThat(errors("?" + name + "=" + encoded(limit)))
          .containsExactly(
              new InputError("query", name, name + " must be a whole number of 1 or more."));
    }
  }

  @Test
  void limitAndTakeAreOneAndTheSame() {
    assertThat(errors("?limit=1&take=1"))
        .containsExactly(
            new InputError("query", "take", "Send limit or take, not both: they mean the same."));
  }

  @Test
  void theOrderIsThatOfTheKeys() {
    assertThat(order("?sort=name")).containsExactly(Order.ascending(KpiField.NAME));
    assertThat(order("?sort=-name,id"))
        .containsExactly(Order.descending(KpiField.NAME), Order.ascending(KpiField.ID));
    assertThat(order("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Name", "unknown", "name,", "name,name", "name,-name", "--name", "+id"})
  void aSortKeyThatThereIsNotOrIsThereTwiceIsRefused(String sort) {
    assertThat(errors("?sort=" + encoded(sort)))
        .containsExactly(new InputError("query", "sort", SORT));
  }

  @Test
  void whatIsNotOfAListIsRefused() {
    assertThat(errors("?offset=1"))
        .containsExactly(new InputError("query", "offset", "There is no parameter offset here."));
  }

  @Test
  void theFirstPageLinksToItselfAndTheNext() {
    assertThat(links("?limit=2", 0, 2, 5))
        .isEqualTo("</list?skip=0&limit=2>; rel=\"first\", </list?skip=2&limit=2>; rel=\"next\"");
  }

  @Test
  void aPageInTheMiddleLinksToThreeInTheSameOrder() {
    assertThat(links("?skip=2&limit=2&sort=-name", 2, 2, 5))
        .isEqualTo(
            "</list?skip=0&limit=2&sort=-name>; rel=\"first\", "
                + "</list?skip=0&limit=2&sort=-name>; rel=\"prev\", "
                + "</list?skip=4&limit=2&sort=-name>; rel=\"next\"");
  }

  @Test
  void theLastPageLinksToNoNext() {
    assertThat(links("?skip=4&limit=2", 4, 2, 5))
        .isEqualTo("</list?skip=0&limit=2>; rel=\"first\", </list?skip=2&limit=2>; rel=\"prev\"");
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
    assertThat(links("", 0, 3, 5)).contains("</list?skip=3&limit=3>; rel=\"next\"");
    assertThat(links("?take=7", 0, 3, 5)).contains("</list?skip=3&limit=3>; rel=\"next\"");
  }

  private static ListParameters<KpiField> read(ApiRequest request) {
    ListParameters<KpiField> parameters = new ListParameters<>(request, KpiField.values());
    request.valid();
    return parameters;
  }

  private static PageRange range(String query) {
    return Reading.of("GET /list" + query).read(request -> read(request).range());
  }

  private static List<Order<KpiField>> order(String query) {
    return Reading.of("GET /list" + query).read(request -> read(request).order());
  }

  private static List<InputError> errors(String query) {
    return Reading.of("GET /list" + query)
        .errors(request -> new ListParameters<>(request, KpiField.values()));
  }

  /** The links of a page as the store answered it, full of rows as far as there are any. */
  private static String links(String query, int skip, int limit, int total) {
    int rows = Math.max(0, Math.min(limit, total - skip));
    Page<String> page =
        new Page<>(Collections.nCopies(rows, "row"), total, new PageRange(skip, limit));
    return Reading.of("GET /list" + query)
        .read(request -> read(request).answer(page, row -> row).getHeaderString("Link"));
  }

  private static String encoded(String value) {
    return value.replace("+", "%2B").replace("\u0661", "%D9%A1");
  }
}
