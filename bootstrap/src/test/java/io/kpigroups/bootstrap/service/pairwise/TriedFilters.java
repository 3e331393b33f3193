package io.kpigroups.bootstrap.service.pairwise;

import io.kpigroups.domain.filter.FilterField;
import io.kpigroups.domain.filter.GroupFilter;
import io.kpigroups.domain.filter.GroupFilter.Comparison;
import io.kpigroups.domain.filter.GroupFilter.Favorite;
import io.kpigroups.domain.filter.GroupFilter.HasKpi;
import io.kpigroups.domain.filter.GroupFilter.NameMatches;
import io.kpigroups.domain.filter.GroupFilter.NoneOf;
import io.kpigroups.domain.filter.GroupFilter.OneOf;
import io.kpigroups.domain.filter.GroupFilter.Operator;
import io.kpigroups.domain.filter.NamePattern;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.FieldValue;
import io.kpigroups.domain.value.FieldValue.Text;
import io.kpigroups.domain.value.FieldValue.Time;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Filters of every kind, with the expressions that they mean. */
final class TriedFilters {
  private TriedFilters() {}

  /** The parameter {@code filter}, with this date in its values. */
  static Tried of(String date) {
    return Tried.of(
        "filter",
        good(date),
        Tried.bad(
            "filter",
            "",
            "x",
            "{",
            "{size:1}",
            "{name:1}",
            "{name:{$like:\"a\"}}",
            "{name:{$regex:\"a.b\"}}",
            "{id:\"x\"}",
            "{dateCreated:\"today\"}",
            "{favorite:1}",
            "{kpiId:\"no!\"}",
            "{$where:\"1\"}"));
  }

  private static List<Tried.Value> good(String date) {
    FieldValue at = new Time(Instant.parse(date));
    return List.of(
        good("{}", GroupFilter.ALL),
        good("{\"name\":\"a\"}", new OneOf(FilterField.NAME, texts("a"))),
        good("{name:{$nin:[\"a\",\"B\"]}}", new NoneOf(FilterField.NAME, texts("a", "B"))),
        good(
            "{name:{$gt:\"B\"}}",
            new Comparison(FilterField.NAME, Operator.GREATER, new Text("B"))),
        good("{name:{$regex:\"^a.*x$\"}}", matches(List.of("a", "x"), true)),
        good("{name:{$regex:\"a\"}}", matches(List.of("a"), false)),
        good(
            "{dateCreated:{$lte:\"" + date + "\"}}",
            new Comparison(FilterField.DATE_CREATED, Operator.AT_MOST, at)),
        good(
            "{$or:[{kpiId:{$in:[\"k0\",\"k2\"]}},{favorite:true},{modifiedById:{$ne:\"ann\"}}]}",
            GroupFilter.or(
                List.of(
                    new HasKpi(List.of(new KpiId("k0"), new KpiId("k2"))),
                    new Favorite(true),
                    new NoneOf(FilterField.MODIFIED_BY_ID, texts("ann"))))),
        good(
            "{createdById:\"bob\",$or:[{name:{$lte:\"b\"}},{kpiId:\"k1\"}]}",
            GroupFilter.and(
                List.of(
                    new OneOf(FilterField.CREATED_BY_ID, texts("bob")),
                    GroupFilter.or(
                        List.of(
                            new Comparison(FilterField.NAME, Operator.AT_MOST, new Text("b")),
                            has("k1")))))));
  }

  private static Tried.Value good(String text, GroupFilter filter) {
    return value("filter", text, filter);
  }

  /** A value of a parameter by which groups are picked. */
  static Tried.Value value(String name, String text, GroupFilter filter) {
    return Tried.value(name, text, q -> q.filters.add(filter));
  }

  private static GroupFilter matches(List<String> pieces, boolean whole) {
    return new NameMatches(new NamePattern(pieces, whole, whole));
  }

  static GroupFilter has(String kpi) {
    return new HasKpi(List.of(new KpiId(kpi)));
  }

  private static List<FieldValue> texts(String... values) {
    return Stream.of(values).map(value -> (FieldValue) new Text(value)).toList();
  }
}
