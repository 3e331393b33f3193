package io.kpigroups.adapter.rest.list;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a part of a list, as the reference has it.
 *
 * @param count how many rows this answer has
 * @param totalCount how many rows there are in all; left out if that was not asked for
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PageView<T>(int count, List<T> items, @Nullable Long totalCount) {

  static <T> PageView<T> of(List<T> items, OptionalLong total) {
    return new PageView<>(items.size(), items, total.isPresent() ? total.getAsLong() : null);
  }
}
