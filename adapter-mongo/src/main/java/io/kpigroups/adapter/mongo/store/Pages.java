package io.kpigroups.adapter.mongo.store;

import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.PageRange;
import java.util.List;

/** Pages of lists that are known as a whole. */
final class Pages {
  private Pages() {}

  /** The page that is asked for of all rows, which are in order. */
  static <T> Page<T> cut(List<T> all, ListQuery<?> query) {
    PageRange range = query.range();
    List<T> rest = all.subList(Math.min(range.skip(), all.size()), all.size());
    List<T> rows = rest.stream().limit(range.limit()).toList();
    return query.count()
        ? new Page<>(rows, all.size(), range)
        : Page.uncounted(rows, range, rest.size() > rows.size());
  }
}
