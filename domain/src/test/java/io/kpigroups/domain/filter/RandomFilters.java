package io.kpigroups.domain.filter;

import io.kpigroups.domain.Samples;
import io.kpigroups.domain.filter.GroupFilter.And;
import io.kpigroups.domain.filter.GroupFilter.Comparison;
import io.kpigroups.domain.filter.GroupFilter.Favorite;
import io.kpigroups.domain.filter.GroupFilter.HasKpi;
import io.kpigroups.domain.filter.GroupFilter.NameMatches;
import io.kpigroups.domain.filter.GroupFilter.NoneOf;
import io.kpigroups.domain.filter.GroupFilter.OneOf;
import io.kpigroups.domain.filter.GroupFilter.Operator;
import io.kpigroups.domain.filter.GroupFilter.Or;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.FieldValue;
import io.kpigroups.domain.value.FieldValue.Text;
import io.kpigroups.domain.value.FieldValue.Time;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.Revision;
import io.kpigroups.domain.value.UserId;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random filters and groups, of few values, so that they often match. */
final class RandomFilters {
  private static final Arbitrary<String> IDS =
      Arbitraries.of("a", "b", "0").map(digit -> digit.repeat(24));
  private static final Arbitrary<String> USERS = Arbitraries.of("ann", "bob \"the\" \\ builder");
  private static final Arbitrary<String> NAMES =
      Arbitraries.of("a", "A", "é", "a\"b", "a\\b", "😀", "\uFFFD", "ab.c", "a$", "ßa b");
  private static final Arbitrary<Instant> TIMES =
      Arbitraries.of("0000-01-01T00:00:00Z", "1969-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z")
          .map(Instant::parse);
  private static final Arbitrary<KpiId> KPIS = Arbitraries.of("k", "K", "_-").map(KpiId::new);
  private static final Arbitrary<NamePattern> PATTERNS =
      Combinators.combine(
              Arbitraries.of("", "a", "b", ".", "$", "😀").list().ofMaxSize(3),
              Arbitraries.of(true, false),
              Arbitraries.of(true, false))
          .as(NamePattern::new);

  private RandomFilters() {}

  /** Filters that the parser could have made, and others that say the same in more words. */
  static Arbitrary<GroupFilter> filters() {
    return Arbitraries.recursive(RandomFilters::leaves, RandomFilters::joined, 0, 3);
  }

  private static Arbitrary<GroupFilter> joined(Arbitrary<GroupFilter> inner) {
    Arbitrary<List<GroupFilter>> parts = inner.list().ofMaxSize(3);
    return Arbitraries.oneOf(parts.map(And::new), parts.map(Or::new), inner);
  }

  private static Arbitrary<GroupFilter> leaves() {
    return Arbitraries.oneOf(
        Arbitraries.of(FilterField.values()).flatMap(RandomFilters::ofField),
        Arbitraries.of(true, false).map(Favorite::new),
        KPIS.list().ofMaxSize(3).map(HasKpi::new),
        PATTERNS.map(NameMatches::new));
  }

  private static Arbitrary<GroupFilter> ofField(FilterField field) {
    Arbitrary<FieldValue> value = values(field);
    return Arbitraries.oneOf(
        value.list().ofMaxSize(3).map(values -> new OneOf(field, values)),
        value.list().ofMaxSize(3).map(values -> new NoneOf(field, values)),
        Combinators.combine(Arbitraries.of(Operator.values()), value)
            .as((operator, than) -> new Comparison(field, operator, than)));
  }

  private static Arbitrary<FieldValue> values(FilterField field) {
    return switch (field) {
      case ID -> IDS.map(Text::new);
      case NAME -> Arbitraries.oneOf(NAMES, Arbitraries.of("", "\0", "a\n\u0085")).map(Text::new);
      case CREATED_BY_ID, MODIFIED_BY_ID -> USERS.map(Text::new);
      case DATE_CREATED, DATE_UPDATED -> TIMES.map(Time::new);
    };
  }

  /** Groups that these filters tell apart. */
  static Arbitrary<Candidate> candidates() {
    Arbitrary<Stamp> stamps = Combinators.combine(USERS.map(UserId::new), TIMES).as(Stamp::new);
    Arbitrary<KpiGroup> groups =
        Combinators.combine(IDS.map(KpiGroupId::new), NAMES.map(Name::new), stamps, stamps)
            .as(
                (id, name, created, modified) ->
                    new KpiGroup(Samples.ACCOUNT, id, name, created, modified, Revision.FIRST));
    return Combinators.combine(groups, Arbitraries.of(true, false), KPIS.set().ofMaxSize(3))
        .as(Candidate::of);
  }
}
