package io.kpigroups.adapter.client.store;

import io.kpigroups.domain.cursor.ListScope;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which rows of a list are asked for. What rows do not show, only a service like this one can pick;
 * what they show can be picked here too.
 *
 * @param ofOurs whether only a service like this one has the list, or can tell what is asked for
 * @param unseen the query parameters for what rows do not show, and for what is told of them
 * @param seen the query parameters for what rows show; empty if there are none that say it
 * @param test the same as {@code seen} said, asked of a row; empty if rows do not show all of it
 * @param scope the list that a service like this one understands by the parameters
 */
record Picked<T>(
    boolean ofOurs,
    Map<String, String> unseen,
    Optional<Map<String, String>> seen,
    Optional<Predicate<T>> test,
    ListScope scope) {

  /** All rows. */
  static <T> Picked<T> all(boolean ofOurs, ListScope scope) {
    return new Picked<>(ofOurs, Map.of(), Optional.of(Map.of()), Optional.of(row -> true), scope);
  }

  /** Whether all rows of a list that every upstream has are asked for, and nothing else. */
  boolean isAll() {
    return !ofOurs && seen.filter(Map::isEmpty).isPresent();
  }
}
