package io.kpigroups.adapter.rest.list;

import io.kpigroups.adapter.rest.input.ApiRequest;
import io.kpigroups.adapter.rest.problem.Problem.InputError;
import io.kpigroups.adapter.rest.support.Reading;
import io.kpigroups.domain.cursor.ListScope;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.KpiField;
import io.kpigroups.domain.query.KpiFilter;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.Name;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** A list of KPIs, k0 to as many as there are. */
public final class SampleList {
  private SampleList() {}

  static ListParameters<KpiField, Kpi> read(ApiRequest request, Supplier<KpiFilter> filter) {
    return new ListParameters<>(
        request,
        KpiField.values(),
        ListQuery::kpis,
        () -> ListScope.of(request.call().namedAccount(), filter.get()));
  }

  private static ListParameters<KpiField, Kpi> read(ApiRequest request) {
    ListParameters<KpiField, Kpi> parameters = read(request, () -> KpiFilter.ALL);
    request.valid();
    return parameters;
  }

  static ListQuery<KpiField> query(String query) {
    return Reading.of("GET /list" + query).read(request -> read(request).query());
  }

  public static List<InputError> errors(String query) {
    return Reading.of("GET /list" + query).errors(request -> read(request, () -> KpiFilter.ALL));
  }

  /** The links of a page as the store answered it, full of rows as far as there are any. */
  public static String links(String query, int skip, int limit, int total) {
    int rows = Math.max(0, Math.min(limit, total - skip));
    List<Kpi> items = IntStream.range(skip, skip + rows).mapToObj(SampleList::row).toList();
    PageRange range = new PageRange(skip, limit);
    boolean hasNext = rows > 0 && skip + rows < total;
    return links(query, new Page<>(items, OptionalLong.of(total), range, hasNext))
        .replaceAll("cursor=[^&]+", "cursor=C");
  }

  static String links(String query, Page<Kpi> page) {
    return Reading.of("GET /list" + query)
        .read(
            request ->
                read(request).answer(page, row -> row, (json, row) -> {}).getHeaderString("Link"));
  }

  /** A page that has a next one. */
  static Page<Kpi> uncounted(List<Kpi> rows, PageRange range) {
    return new Page<>(rows, OptionalLong.empty(), range, true);
  }

  static Kpi row(int i) {
    return new Kpi(new AccountId("a1"), new KpiId("k" + i), new Name("Row " + i), List.of());
  }

  /** What leads on behind the row. */
  static String cursor(String query, Kpi row) {
    return links(query, uncounted(List.of(row), PageRange.first(1)))
        .replaceAll(".*cursor=([^&]+).*", "$1");
  }
}
