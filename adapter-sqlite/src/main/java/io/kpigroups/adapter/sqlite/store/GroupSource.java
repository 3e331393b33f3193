package io.kpigroups.adapter.sqlite.store;

import io.kpigroups.domain.filter.FilterField;
import io.kpigroups.domain.filter.GroupFilter;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.value.FieldValue;
import io.kpigroups.domain.value.NameKey;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a condition that all groups of a selection must meet is looked up, so that no others are
 * read.
 *
 * @param rank the lower, the fewer groups are likely to be read
 * @param from the tables, each with its index
 * @param id the column of the groups' ids in the table that is read first
 * @param found the condition
 * @param bounds more of it
 * @param filter what the condition was made of
 * @param isExact whether the condition says all that the filter does
 */
record GroupSource(
    int rank,
    String from,
    String id,
    Sql found,
    List<Bound> bounds,
    GroupFilter filter,
    boolean isExact) {
  static final String GROUPS = " FROM kpi_groups g";
  static final String OWN_ID = "g.id";
  static final String BY_NAME = " INDEXED BY kpi_groups_by_name";
  static final String BY_ID = " INDEXED BY kpi_groups_by_id";

  /** Which has deleted groups too; its name is as SQLite's file format has it. */
  private static final String BY_PRIMARY_KEY = " INDEXED BY sqlite_autoindex_kpi_groups_1";

  private static final String FAVORITES = " FROM kpi_group_favorites d CROSS JOIN kpi_groups g";
  private static final String MEMBERSHIPS =
      " FROM kpi_group_memberships d INDEXED BY kpi_group_memberships_by_kpi"
          + " CROSS JOIN kpi_groups g";
  private static final String ALSO_ID = "d.group_id";
  private static final String JOINED = "d.account_id = ?2 AND g.id = d.group_id AND ";

  /** The best of the conditions; empty if all groups of the account must be looked at. */
  static Optional<GroupSource> best(List<GroupFilter> conjuncts, boolean live) {
    return conjuncts.stream()
        .flatMap(filter -> of(filter, live).stream())
        .min(Comparator.comparingInt(GroupSource::rank));
  }

  private static Optional<GroupSource> of(GroupFilter filter, boolean live) {
    String byId = live ? BY_ID : BY_PRIMARY_KEY;
    if (filter instanceof GroupFilter.OneOf one && one.field() == FilterField.ID) {
      return of(0, GROUPS + byId, OWN_ID, Sql.oneOf(OWN_ID, texts(one).toList()), filter);
    } else if (filter.equals(new GroupFilter.Favorite(true))) {
      return of(1, FAVORITES + byId, ALSO_ID, new Sql(JOINED + "d.user_id = ?1"), filter);
    } else if (filter instanceof GroupFilter.HasKpi has && has.kpis().size() == 1) {
      Sql found = FilterSql.kpis("d.kpi_id", has).in(JOINED, "");
      return of(2, MEMBERSHIPS + byId, ALSO_ID, found, filter);
    } else if (filter instanceof GroupFilter.HasKpi has) {
      Sql found =
          FilterSql.kpis("m.kpi_id", has)
              .in(
                  "g.id IN (SELECT m.group_id FROM kpi_group_memberships m"
                      + " INDEXED BY kpi_group_memberships_by_kpi WHERE m.account_id = ?2 AND ",
                  ")");
      return of(3, GROUPS + byId, OWN_ID, found, filter);
    }
    return live ? ofNames(filter) : Optional.empty();
  }

  private static Optional<GroupSource> of(
      int rank, String from, String id, Sql found, GroupFilter filter) {
    return Optional.of(new GroupSource(rank, from, id, found, List.of(), filter, true));
  }

  private static Optional<GroupSource> ofNames(GroupFilter filter) {
    if (filter instanceof GroupFilter.OneOf one && one.field() == FilterField.NAME) {
      Sql keys =
          Sql.oneOf(
              "g.name_key", texts(one).map(name -> NameKey.of(name).value()).distinct().toList());
      return Optional.of(byName(4, keys, List.of(), filter));
    } else if (filter instanceof GroupFilter.NameMatches name) {
      return name.pattern().keyPrefix().map(prefix -> byName(5, Sql.ALL, bounds(prefix), filter));
    }
    return Optional.empty();
  }

  private static GroupSource byName(int rank, Sql found, List<Bound> bounds, GroupFilter filter) {
    return new GroupSource(rank, GROUPS + BY_NAME, OWN_ID, found, bounds, filter, false);
  }

  private static Stream<String> texts(GroupFilter.OneOf one) {
    return one.values().stream().map(value -> ((FieldValue.Text) value).value());
  }

  /** The keys that begin with the prefix: those from it on, up to the next text that does not. */
  private static List<Bound> bounds(NameKey prefix) {
    return Stream.concat(
            Stream.of(bound(">=", prefix.value())),
            prefix.endOfPrefixed().map(end -> bound("<", end)).stream())
        .toList();
  }

  private static Bound bound(String sign, String key) {
    return new Bound(GroupField.NAME, "g.name_key", sign, key);
  }

  /** What is left to look at of each group that is found. */
  List<GroupFilter> rest(List<GroupFilter> conjuncts) {
    return isExact ? conjuncts.stream().filter(other -> !other.equals(filter)).toList() : conjuncts;
  }
}
