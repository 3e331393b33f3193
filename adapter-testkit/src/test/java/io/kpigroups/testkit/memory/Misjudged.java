package io.kpigroups.testkit.memory;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.GroupStore;
import io.kpigroups.domain.filter.FilterField;
import io.kpigroups.domain.filter.GroupFilter;
import io.kpigroups.domain.filter.GroupFilter.And;
import io.kpigroups.domain.filter.GroupFilter.OneOf;
import io.kpigroups.domain.filter.GroupFilter.Or;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.value.FieldValue.Text;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Stores that take a part of every filter for something else. */
final class Misjudged {
  private Misjudged() {}

  /** Which groups a part of a filter means, to the mistaken. */
  interface Mistake<T> {
    Predicate<KpiGroup> judge(AccountRows rows, T part);
  }

  /** Lists of names are judged by the mistake: given a name, and the literal. */
  static GroupStore names(BrokenStore store, BiPredicate<String, String> mistake) {
    return parts(
        store,
        OneOf.class,
        (rows, filter) ->
            group ->
                filter.values().stream()
                    .anyMatch(
                        value ->
                            filter.field() == FilterField.NAME
                                ? mistake.test(group.name().value(), ((Text) value).value())
                                : value.equals(filter.field().of(group))));
  }

  /** Parts of filters that are of this kind are judged by the mistake. */
  static <T extends GroupFilter> GroupStore parts(
      BrokenStore store, Class<T> kind, Mistake<T> mistake) {
    return BrokenLists.listing(
        store.groups,
        (sound, viewer, selection, query) ->
            sound.list(
                viewer,
                new GroupSelection(
                    judged(store, viewer, selection.filter(), kind, mistake),
                    selection.deletedAfter(),
                    selection.kpiCount()),
                query));
  }

  private static <T extends GroupFilter> GroupFilter judged(
      BrokenStore store, Call viewer, GroupFilter filter, Class<T> kind, Mistake<T> mistake) {
    if (filter instanceof And and) {
      return new And(
          and.parts().stream().map(p -> judged(store, viewer, p, kind, mistake)).toList());
    } else if (filter instanceof Or or) {
      return new Or(or.parts().stream().map(p -> judged(store, viewer, p, kind, mistake)).toList());
    } else if (!kind.isInstance(filter)) {
      return filter;
    }
    return store.tables.with(
        viewer,
        rows ->
            new OneOf(
                FilterField.ID,
                rows.groups.values().stream()
                    .filter(mistake.judge(rows, kind.cast(filter)))
                    .map(FilterField.ID::of)
                    .toList()));
  }
}
