package io.kpigroups.adapter.sqlite.store;

import static io.kpigroups.adapter.sqlite.store.QueryPlans.SORTS_ALL;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.domain.filter.FilterParser;
import io.kpigroups.domain.filter.GroupFilter;
import io.kpigroups.domain.filter.SearchText;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.PageRange;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Asks SQLite by which index it would find groups that a filter asks for. */
class FilterPlanTest {
  private static final String FAVORITES = "SEARCH d USING PRIMARY KEY (account_id=? AND user_id=?";
  private static final String MEMBERSHIPS =
      "SEARCH d USING COVERING INDEX kpi_group_memberships_by_kpi (account_id=? AND kpi_id=?";
  private static final String BY_NAME =
      "SEARCH g USING INDEX kpi_groups_by_name (account_id=? AND ";
  private static final String BY_ID = "SEARCH g USING INDEX kpi_groups_by_id (account_id=?";

  @TempDir static Path folder;

  private static QueryPlans plans;

  @BeforeAll
  static void openFile() {
    plans = new QueryPlans(folder);
  }

  @AfterAll
  static void closeFile() {
    plans.close();
  }

  private static ListQuery<GroupField> by(GroupField field) {
    return ListQuery.groups(List.of(Order.ascending(field)), PageRange.first(10));
  }

  private static List<String> plan(String filter, ListQuery<GroupField> query) {
    return plan(FilterParser.parse(filter), query);
  }

  private static List<String> plan(GroupFilter filter, ListQuery<GroupField> query) {
    return plans.of(GroupList.of(GroupSelection.LIVE.with(filter)).sql(query));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{favorite: true}",
        "{kpiId: 'churn', favorite: true}",
        "{favorite: true, name: {$regex: '^Sales'}}"
      })
  void favoritesAreReadAndNothingElse(String filter) {
    String text = filter.replace('\'', '"');

    assertThat(plan(text, by(GroupField.ID)))
        .startsWith(FAVORITES + ")", BY_ID + " AND id=?)")
        .doesNotContain(SORTS_ALL);
    assertThat(plan(text, Behind.somewhere(by(GroupField.ID))))
        .startsWith(FAVORITES + " AND group_id>?)", BY_ID + " AND id=?)")
        .doesNotContain(SORTS_ALL);
    assertThat(plan(text, Behind.somewhere(by(GroupField.NAME))))
        .startsWith(FAVORITES + ")", BY_ID + " AND id=?)")
        .satisfies(QueryPlans::usesAnIndexAndMaySort);
  }

  @Test
  void theGroupsOfAKpiGoOnInTheOrderOfTheirIds() {
    String filter = "{kpiId: \"churn\", name: {$ne: \"Sales\"}}";

    assertThat(plan(filter, Behind.somewhere(by(GroupField.ID))))
        .startsWith(MEMBERSHIPS + " AND group_id>?)", BY_ID + " AND id=?)")
        .doesNotContain(SORTS_ALL);
    assertThat(plan(filter, Behind.somewhere(by(GroupField.DATE_CREATED))))
        .startsWith(MEMBERSHIPS + ")", BY_ID + " AND id=?)");
  }

  @Test
  void theGroupsOfSeveralKpisAreFoundByTheirMemberships() {
    assertThat(plan("{kpiId: {$in: [\"one\", \"two\"]}}", by(GroupField.NAME)))
        .startsWith(BY_ID + " AND id=?)")
        .contains(MEMBERSHIPS.replace(" d ", " m ") + ")")
        .satisfies(QueryPlans::usesAnIndexAndMaySort);
  }

  @Test
  void idsAreLookedUp() {
    assertThat(
            plan(
                "{id: {$in: [\"0123456789abcdef01234567\", \"0123456789abcdef01234568\"]}}",
                Behind.somewhere(by(GroupField.ID))))
        .startsWith(BY_ID + " AND id=?)")
        .doesNotContain(SORTS_ALL);
  }

  @Test
  void anAnchoredPatternReadsTheRangeOfItsNames() {
    String filter = "{name: {$regex: \"^Sales.*West\"}}";
    ListQuery<GroupField> down =
        ListQuery.groups(List.of(Order.descending(GroupField.NAME)), PageRange.first(10));

    assertThat(plan(filter, by(GroupField.ID))).startsWith(BY_NAME + "name_key>? AND name_key<?)");
    assertThat(plan(filter, Behind.somewhere(by(GroupField.NAME))))
        .startsWith(BY_NAME + "(name_key,id)>(?,?) AND name_key<?)")
        .doesNotContain(SORTS_ALL);
    assertThat(plan(filter, Behind.somewhere(down)))
        .startsWith(BY_NAME + "name_key>? AND (name_key,id)<(?,?))")
        .doesNotContain(SORTS_ALL);
  }

  @Test
  void namesAreLookedUpByTheirKeys() {
    assertThat(plan("{name: \"Sales\"}", by(GroupField.ID)))
        .startsWith(BY_NAME + "name_key=?)")
        .doesNotContain(SORTS_ALL);
    assertThat(plan("{name: {$in: [\"Sales\", \"West\"]}}", by(GroupField.DATE_CREATED)))
        .startsWith(BY_NAME + "name_key=?)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ID | {id: {$gt: 'G'}} | id>? | id>?",
        "DATE_CREATED | {dateCreated: {$gte: 'T'}} | created_at>? | (created_at,id)>(?,?)",
        "DATE_UPDATED | {dateUpdated: {$lt: 'T'}} | modified_at<? |"
            + " (modified_at,id)>(?,?) AND modified_at<?"
      })
  void aRangeOfTheSortKeyIsReadFromItsBeginningOrFromThePlace(
      GroupField order, String filter, String range, String rest) {
    String text =
        filter
            .replace("'G'", "\"0123456789abcdef01234567\"")
            .replace("'T'", "\"2026-01-01T00:00:00Z\"");

    assertThat(plan(text, by(order)).get(0)).endsWith("(account_id=? AND " + range + ")");
    assertThat(plan(text, Behind.somewhere(by(order))).get(0))
        .endsWith("(account_id=? AND " + rest + ")");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{createdById: 'ann'}",
        "{favorite: false}",
        "{name: {$regex: 'ales'}}",
        "{$or: [{favorite: true}, {kpiId: 'churn'}]}",
        "{name: {$gt: 'Sales'}}",
        "{dateUpdated: {$gt: '2026-01-01T00:00:00Z'}}"
      })
  void anyOtherFilterIsCheckedOfTheGroupsInTheirOrder(String filter) {
    assertThat(plan(filter.replace('\'', '"'), Behind.somewhere(by(GroupField.NAME))))
        .startsWith(BY_NAME + "(name_key,id)>(?,?))")
        .doesNotContain(SORTS_ALL);
  }

  @Test
  void aTextInNamesIsSoughtAndCountedInTheIndexOfNames() {
    GroupFilter search = new GroupFilter.NameContains(SearchText.of("ales"));

    assertThat(plan(search, by(GroupField.NAME)))
        .startsWith("SEARCH g USING INDEX kpi_groups_by_name (account_id=?)")
        .doesNotContain(SORTS_ALL);
    assertThat(plans.of(GroupList.of(GroupSelection.LIVE.with(search)).count()))
        .containsExactly("SEARCH g USING COVERING INDEX kpi_groups_by_name (account_id=?)");
  }
}
