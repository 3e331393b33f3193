package io.kpigroups.adapter.client;

import org.jspecify.annotations.Nullable;

/** A list of upstream, of which a part can be asked for. A parameter that is null is not sent. */
@FunctionalInterface
interface RowSource<T> {

  /** What upstream answers, which need not be what was asked for. */
  Rows<T> fetch(@Nullable Integer skip, @Nullable Integer limit, @Nullable String sort);
}
