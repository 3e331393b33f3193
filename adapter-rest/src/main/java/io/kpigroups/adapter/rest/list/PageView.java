package io.kpigroups.adapter.rest.list;

import io.kpigroups.domain.query.Page;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.function.Function;

/**
 * The JSON of a part of a list, as the reference has it.
 *
 * @param count how many rows this answer has
 * @param totalCount how many rows there are in all
 */
@RegisterForReflection
public record PageView<T>(int count, List<T> items, long totalCount) {

  static <R, T> PageView<T> of(Page<R> page, Function<R, T> view) {
    List<T> items = page.items().stream().map(view).toList();
    return new PageView<>(items.size(), items, page.totalCount());
  }
}
