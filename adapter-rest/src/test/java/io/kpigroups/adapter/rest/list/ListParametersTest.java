package io.kpigroups.adapter.rest.list;

import static io.kpigroups.adapter.rest.list.SampleList.errors;
import static io.kpigroups.adapter.rest.list.SampleList.query;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.rest.problem.Problem.InputError;
import io.kpigroups.domain.query.KpiField;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.PageRange;
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
    assertThat(query(query).range()).isEqualTo(new PageRange(skip, limit));
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
    assertThat(query("?sort=name").order())
        .containsExactly(Order.ascending(KpiField.NAME), Order.ascending(KpiField.ID));
    assertThat(query("?sort=-name,id").order())
        .containsExactly(Order.descending(KpiField.NAME), Order.ascending(KpiField.ID));
    assertThat(query("").order()).containsExactly(Order.ascending(KpiField.ID));
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

  private static String encoded(String value) {
    return value.replace("+", "%2B").replace("\u0661", "%D9%A1");
  }
}
