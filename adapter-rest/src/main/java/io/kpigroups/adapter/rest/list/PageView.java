package io.kpigroups.adapter.rest.list;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * The JSON of a part of a list, as the reference has it.
 *
 * @param count how many rows this answer has
 * @param totalCount how many rows there are in all
 */
@RegisterForReflection
public record PageView<T>(int count, List<T> items, long totalCount) {}
