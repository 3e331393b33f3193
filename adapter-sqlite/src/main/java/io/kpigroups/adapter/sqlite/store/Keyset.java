package io.kpigroups.adapter.sqlite.store;

import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The condition that rows lie behind a place, made so that SQLite seeks the place in an index. */
final class Keyset {
  /** A sort key's column, its direction, and its value at the place. */
  private record Key(String column, boolean descending, Object value) {
    Sql behind() {
      return compare(descending ? " < ?" : " > ?");
    }

    Sql notBefore() {
      return compare(descending ? " <= ?" : " >= ?");
    }

    Sql same() {
      return compare(" = ?");
    }

    private Sql compare(String sign) {
      return new Sql(column + sign, value);
    }
  }

  private Keyset() {}

  /**
   * The rows behind the place.
   *
   * @param columns those of the sort keys; a key without one is the same in all rows
   */
  static <F extends Enum<F>> Sql behind(
      Position place, ListQuery<F> query, Map<F, String> columns) {
    List<Key> keys = new ArrayList<>();
    for (int i = 0; i < query.order().size(); i++) {
      Order<F> order = query.order().get(i);
      if (columns.containsKey(order.field())) {
        Object value = FilterSql.value(place.values().get(i));
        keys.add(new Key(columns.get(order.field()), order.descending(), value));
      }
    }
    boolean oneDirection = keys.stream().map(Key::descending).distinct().count() == 1;
    return oneDirection
        ? row(keys)
        : Sql.join(" AND ", Stream.of(keys.get(0).notBefore(), expanded(keys)));
  }

  /** A comparison of rows, which SQLite seeks by. */
  private static Sql row(List<Key> keys) {
    return new Sql(
        keys.stream().map(Key::column).collect(Collectors.joining(", ", "(", ")"))
            + (keys.get(0).descending() ? " < " : " > ")
            + keys.stream().map(key -> "?").collect(Collectors.joining(", ", "(", ")")),
        keys.stream().map(Key::value).toArray());
  }

  /** The same for keys of both directions, which SQLite only checks. */
  private static Sql expanded(List<Key> keys) {
    Key first = keys.get(0);
    return keys.size() == 1
        ? first.behind()
        : Sql.join(
            "",
            Stream.of(
                first.behind().in("(", " OR ("),
                first.same().in("", " AND "),
                expanded(keys.subList(1, keys.size())).in("", "))")));
  }
}
