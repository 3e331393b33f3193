package io.kpigroups.adapter.sqlite.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kpigroups.application.port.Unsupported;
import io.kpigroups.domain.filter.FilterField;
import io.kpigroups.domain.filter.GroupFilter;
import io.kpigroups.domain.filter.NamePattern;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.value.FieldValue;
import io.kpigroups.domain.value.FieldValue.Text;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Filters that no request can make, but a program that uses the store as a library. */
class LibraryFilterTest extends ForeignDataTest {

  @BeforeEach
  void storeAGroup() throws SQLException {
    other.group(ID.value(), "tab\t\0 \"sales\\\" \uD83D\uDE00\uFFFD", "ann", 0);
  }

  private List<ViewedGroup> found(GroupFilter filter) {
    return storage
        .groups()
        .list(ann, GroupSelection.LIVE.with(filter), ListQuery.groups(PAGE))
        .items();
  }

  private static List<FieldValue> many(String last) {
    return Stream.concat(IntStream.range(0, 40_000).mapToObj(String::valueOf), Stream.of(last))
        .<FieldValue>map(Text::new)
        .toList();
  }

  @Test
  void listsMayBeLongerThanADatabaseHasParameters() {
    for (FilterField field : List.of(FilterField.ID, FilterField.NAME, FilterField.CREATED_BY_ID)) {
      String value = ((Text) field.of(groups().get(0).group())).value();

      assertThat(found(new GroupFilter.OneOf(field, many(value)))).hasSize(1);
      assertThat(found(new GroupFilter.OneOf(field, many("another")))).isEmpty();
      assertThat(found(new GroupFilter.NoneOf(field, many(value)))).isEmpty();
      assertThat(found(new GroupFilter.NoneOf(field, many("another")))).hasSize(1);
    }
  }

  @Test
  void aPatternSeesANameWithEveryCharacterOfIt() {
    assertThat(found(pattern("tab\t\0 \"sales\\\" \uD83D\uDE00\uFFFD"))).hasSize(1);
    assertThat(found(pattern("tab\t\0 \"sales"))).isEmpty();
  }

  private static GroupFilter pattern(String name) {
    return new GroupFilter.NameMatches(new NamePattern(List.of(name), true, true));
  }

  @Test
  void moreConditionsThanSqliteTakesAreRefused() {
    GroupFilter none = new GroupFilter.OneOf(FilterField.NAME, List.of(new Text("none")));
    int most = FilterSql.MOST_CONDITIONS;

    for (boolean all : new boolean[] {true, false}) {
      assertThat(found(repeated(none, most, all))).isEmpty();
      assertThatExceptionOfType(Unsupported.class)
          .isThrownBy(() -> found(repeated(none, most + 1, all)))
          .withMessageContaining(String.valueOf(most));
    }
  }

  private static GroupFilter repeated(GroupFilter filter, int times, boolean all) {
    List<GroupFilter> parts = IntStream.range(0, times).mapToObj(i -> filter).toList();
    return all
        ? new GroupFilter.And(parts)
        : new GroupFilter.Or(List.of(new GroupFilter.And(parts)));
  }
}
