package io.kpigroups.domain.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.domain.Samples;
import io.kpigroups.domain.filter.GroupFilter.NameContains;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.Revision;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which groups a filter matches. */
class GroupFilterTest {
  private static final Instant LATER = Samples.NOON.plusMillis(1);
  private static final KpiGroup GROUP =
      new KpiGroup(
          Samples.ACCOUNT,
          Samples.GROUP_ID,
          new Name("Crème \uFFFD"),
          new Stamp(Samples.ANN, Samples.NOON),
          new Stamp(Samples.BOB, LATER),
          Revision.FIRST);
  private static final Candidate CANDIDATE =
      Candidate.of(GROUP, true, Set.of(new KpiId("k"), new KpiId("l")));

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '\0',
      value = {
        "{} => true",
        "{name: \"Crème \uFFFD\"} => true",
        "{name: \"Cre\u0300me \uFFFD\"} => true",
        "{name: \"Creme \uFFFD\"} => false",
        "{name: \"crème \uFFFD\"} => false",
        "{name: {$gt: \"Crème 😀\"}} => false",
        "{name: {$lt: \"Crème 😀\"}} => true",
        "{name: {$gt: \"Crème\"}} => true",
        "{name: {$gte: \"Crème \uFFFD\"}} => true",
        "{name: {$gt: \"Crème \uFFFD\"}} => false",
        "{name: {$lte: \"Crème \uFFFD\"}} => true",
        "{name: {$lt: \"Crème \uFFFD\"}} => false",
        "{name: {$ne: \"Crème \uFFFD\"}} => false",
        "{name: {$nin: [\"a\", \"b\"]}} => true",
        "{name: {$regex: \"^Cre\u0300\"}} => true",
        "{name: {$regex: \"^cr\"}} => false",
        "{id: \"0123456789abcdef01234567\"} => true",
        "{_id: {$lt: \"0123456789abcdef01234567\"}} => false",
        "{createdById: \"ann\", modifiedById: \"bob\"} => true",
        "{createdById: {$in: [\"bob\", \"cid\"]}} => false",
        "{dateCreated: \"2026-01-02T13:00:00.123+01:00\"} => true",
        "{dateCreated: \"2026-01-02T12:00:00.124Z\"} => false",
        "{dateUpdated: {$gt: \"2026-01-02T12:00:00.1239Z\"}} => true",
        "{favorite: true} => true",
        "{favorite: false} => false",
        "{favorite: {$in: []}} => false",
        "{kpiId: \"k\"} => true",
        "{kpiId: {$in: [\"m\", \"l\"]}} => true",
        "{kpiId: \"K\"} => false",
        "{kpiId: \"k\", $and: [{kpiId: \"l\"}]} => true",
        "{$or: [{kpiId: \"m\"}, {favorite: true}]} => true",
        "{$or: [{kpiId: \"m\"}, {favorite: false}]} => false",
        "{$and: [{kpiId: \"k\"}, {favorite: false}]} => false",
      })
  void aGroupMatchesWhatIsTrueOfIt(String filter, boolean matches) {
    assertThat(FilterParser.parse(filter).matches(CANDIDATE)).isEqualTo(matches);
  }

  /** Names of another service are kept as they are, and are shown so. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '\0',
      value = {
        "{name: \"e\u0301t\u00E9\"} => true",
        "{name: {$ne: \"\u00E9t\u00E9\"}} => false",
        "{name: {$nin: [\"e\u0301te\u0301\"]}} => false",
        "{name: {$lte: \"\u00E9te\u0301\"}} => true",
        "{name: {$lt: \"f\"}} => false",
        "{name: {$regex: \"^\u00E9t\u00E9$\"}} => true",
        "{name: {$regex: \"^e\"}} => false",
      })
  void aStoredNameIsComparedInNormalisationFormC(String filter, boolean matches) {
    KpiGroup stored =
        new KpiGroup(
            Samples.ACCOUNT,
            Samples.GROUP_ID,
            Name.stored("e\u0301te\u0301"),
            GROUP.created(),
            GROUP.modified(),
            Revision.FIRST);
    assertThat(FilterParser.parse(filter).matches(Candidate.of(stored, false, Set.of())))
        .isEqualTo(matches);
  }

  @Test
  void theLeavesOfAFilterAreItsPartsAtAnyDepthWithoutThoseThatJoinThem() {
    GroupFilter yes = new GroupFilter.Favorite(true);
    GroupFilter no = new GroupFilter.Favorite(false);
    GroupFilter kpi = new GroupFilter.HasKpi(List.of(new KpiId("k")));
    GroupFilter none = new GroupFilter.Or(List.of());
    GroupFilter or = new GroupFilter.Or(List.of(no, new GroupFilter.And(List.of(kpi, yes)), none));

    assertThat(new GroupFilter.And(List.of(yes, or, GroupFilter.ALL)).leaves())
        .containsExactly(yes, no, kpi, yes);
    assertThat(or.leaves()).containsExactly(no, kpi, yes);
    assertThat(kpi.leaves()).containsExactly(kpi);
    assertThat(GroupFilter.ALL.leaves()).isEmpty();
  }

  @Test
  void whatIsSearchedForIsFoundWithoutCaseAndAccents() {
    assertThat(new NameContains(SearchText.of("REM")).matches(CANDIDATE)).isTrue();
    assertThat(new NameContains(SearchText.of("mer")).matches(CANDIDATE)).isFalse();
  }

  @Test
  void whatIsSearchedForIsComparedByItsKey() {
    assertThat(FilterWriter.write(new NameContains(SearchText.of(" CRÈ\"me "))))
        .isEqualTo("{\"q\":\"cre\\\"me\"}");
  }

  /** See {@link GroupFilter.Conjunct}. */
  @Test
  void noTwoThreadsWaitForEachOtherWhereFiltersAreLoaded() {
    assertThat(GroupFilter.class.getMethods()).noneMatch(Method::isDefault);
  }
}
