package org.acme.kpigroups.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

public record PageView<T>(int count, List<T> items, long totalCount, @JsonIgnore boolean hasNext) {

  /** Found may have a row more than the page, which tells that there is another page. */
  public static <T> PageView<T> of(List<T> found, int limit, long total) {
    boolean more = found.size() > limit;
    List<T> items = more ? found.subList(0, limit) : found;
    return new PageView<>(items.size(), items, total, more);
  }
}
