package io.kpigroups.adapter.sqlite.store;

import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Position;
import io.kpigroups.domain.query.SortField;
import io.kpigroups.domain.value.FieldValue;
import java.time.Instant;
import java.util.Optional;

/** Queries that begin behind a place. */
final class Behind {
  private Behind() {}

  /** The query, begun behind a place somewhere. */
  static <F extends Enum<F> & SortField<?>> ListQuery<F> somewhere(ListQuery<F> query) {
    return behind(
        query,
        new Position(
            query.order().stream()
                .<FieldValue>map(
                    key ->
                        key.field().isTime()
                            ? new FieldValue.Time(Instant.EPOCH)
                            : new FieldValue.Text("m"))
                .toList()));
  }

  static <F extends Enum<F>> ListQuery<F> behind(ListQuery<F> query, Position place) {
    return new ListQuery<>(query.order(), query.range(), query.count(), Optional.of(place));
  }
}
