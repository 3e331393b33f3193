package com.example.kpigroups;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.function.LongSupplier;

public record Page<T>(List<T> items, long totalCount, @JsonIgnore boolean hasNext) {

  /** Of the rows after a cursor (or from the start), read with one more than the limit. */
  public static <T> Page<T> of(List<T> rows, int limit, boolean first, LongSupplier total) {
    boolean hasNext = rows.size() > limit;
    List<T> items = hasNext ? rows.subList(0, limit) : rows;
    // As Spring Data's PageableExecutionUtils: a first page with room left has counted already.
    return new Page<>(items, first && !hasNext ? items.size() : total.getAsLong(), hasNext);
  }

  @JsonProperty
  public int count() {
    return items.size();
  }
}
