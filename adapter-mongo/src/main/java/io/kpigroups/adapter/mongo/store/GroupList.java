package io.kpigroups.adapter.mongo.store;

import io.kpigroups.adapter.mongo.document.GroupDocument;
import io.kpigroups.adapter.mongo.document.GroupFilters;
import io.kpigroups.adapter.mongo.document.GroupRows;
import io.kpigroups.adapter.mongo.driver.ListReader;
import io.kpigroups.adapter.mongo.driver.MongoCollections;
import io.kpigroups.application.port.Call;
import io.kpigroups.domain.filter.GroupFilter.Favorite;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.Position;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One list of groups, for one call: the rows, their number if it is asked for and they do not tell
 * it, and the favorites of the user who asks, each in one command. A list whose filter says how a
 * name looks takes a command for every thousand groups that are looked at.
 */
final class GroupList {
  private final MongoFavoriteStore store;
  private final ListReader<GroupDocument> reader;
  private final Call viewer;
  private final GroupSelection selection;
  private final GroupRows rows;
  private @Nullable Set<String> favorites;

  GroupList(
      MongoCollections collections,
      MongoFavoriteStore store,
      Call viewer,
      GroupSelection selection) {
    this.store = store;
    this.viewer = viewer;
    this.selection = selection;
    this.rows = new GroupRows(selection, this::favorites);
    this.reader =
        new ListReader<>(
            collections.groups(viewer.deadline()),
            new GroupFilters(this::favorites).select(viewer.account(), selection));
  }

  Page<ViewedGroup> page(ListQuery<GroupField> asked) {
    ListQuery<GroupField> query = selection.deletedAfter().isPresent() ? asked : live(asked);
    Favorite marked = new Favorite(true);
    if (selection.filter().conjuncts().contains(marked) && favorites().isEmpty()) {
      return query.page(List.of(), 0);
    }
    Page<ViewedGroup> page =
        rows.isDecided()
            ? reader.page(query, rows.all())
            : reader.page(query, rows.selected(), rows.counted());
    return page.items().isEmpty() ? page : page.map(this::marked);
  }

  /** Live groups have no date of deletion, so none comes before another by it. */
  private static ListQuery<GroupField> live(ListQuery<GroupField> query) {
    List<Order<GroupField>> order = query.order();
    List<Integer> keys =
        IntStream.range(0, order.size())
            .filter(i -> order.get(i).field() != GroupField.DATE_DELETED)
            .boxed()
            .toList();
    return new ListQuery<>(
        keys.stream().map(order::get).toList(),
        query.range(),
        query.count(),
        query.after().map(place -> new Position(keys.stream().map(place.values()::get).toList())));
  }

  private ViewedGroup marked(ViewedGroup row) {
    boolean favorite = favorites().contains(row.group().id().value());
    return new ViewedGroup(row.group(), favorite, row.kpiCount(), row.purgeAfter());
  }

  /** Read at most once. */
  private Set<String> favorites() {
    if (favorites == null) {
      favorites = store.find(viewer).groups();
    }
    return favorites;
  }
}
