package io.kpigroups.adapter.client.store;

import io.kpigroups.adapter.client.http.ExceptionTranslator;
import io.kpigroups.domain.cursor.ListScope;
import io.kpigroups.domain.filter.Candidate;
import io.kpigroups.domain.filter.FilterWriter;
import io.kpigroups.domain.filter.GroupFilter;
import io.kpigroups.domain.filter.GroupFilter.Favorite;
import io.kpigroups.domain.filter.GroupFilter.HasKpi;
import io.kpigroups.domain.filter.GroupFilter.NameContains;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.value.AccountId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Says which groups are asked for in the parameters of a service like this one. */
final class PickedGroups {
  private static final String GROUP =
      "accountId,createdById,dateCreated,dateUpdated,favorite,id,modifiedById,name";
  private static final String DELETION = ",dateDeleted,deletedById,purgeAfter";

  /** What no parameter of its own says yet; all of it must match. */
  private final List<GroupFilter> rest;

  private final Map<String, String> unseen = new LinkedHashMap<>();
  private final Map<String, String> seen = new LinkedHashMap<>();

  private PickedGroups(GroupFilter filter) {
    rest = new ArrayList<>(filter.conjuncts());
  }

  static Picked<ViewedGroup> of(AccountId account, GroupSelection selection) {
    ListScope scope = ListScope.of(account, selection);
    return new PickedGroups(selection.filter()).picked(selection, scope);
  }

  private Picked<ViewedGroup> picked(GroupSelection selection, ListScope scope) {
    sayUnseen(selection);
    GroupFilter shown = GroupFilter.and(rest);
    boolean isShown = shown.leaves().noneMatch(HasKpi.class::isInstance);
    saySeen();
    boolean isSaid = GroupFilter.and(rest).leaves().noneMatch(NameContains.class::isInstance);
    return new Picked<>(
        !unseen.isEmpty(),
        unseen,
        isSaid ? Optional.of(seen) : Optional.empty(),
        isShown ? Optional.of(row -> shown.matches(candidate(row))) : Optional.empty(),
        scope);
  }

  /**
   * After which time a group must have been deleted is not sent: for how long it is kept is
   * upstream's to decide.
   */
  private void sayUnseen(GroupSelection selection) {
    boolean deleted = selection.deletedAfter().isPresent();
    take(part -> part instanceof HasKpi has && has.kpis().size() == 1)
        .ifPresent(part -> unseen.put("kpiId", ((HasKpi) part).kpis().get(0).value()));
    if (deleted) {
      unseen.put("deleted", "true");
    }
    if (selection.kpiCount()) {
      unseen.put("fields", GROUP + (deleted ? DELETION : "") + ",kpiCount");
    }
  }

  private void saySeen() {
    take(NameContains.class::isInstance)
        .ifPresent(part -> seen.put("q", ((NameContains) part).text().text()));
    take(Favorite.class::isInstance)
        .ifPresent(part -> seen.put("favorite", String.valueOf(((Favorite) part).favorite())));
    if (!rest.isEmpty()) {
      seen.put("filter", FilterWriter.write(GroupFilter.and(rest)));
    }
  }

  /** Takes the first such part out of the rest. */
  private Optional<GroupFilter> take(Predicate<GroupFilter> kind) {
    Optional<GroupFilter> first = rest.stream().filter(kind).findFirst();
    first.ifPresent(rest::remove);
    return first;
  }

  private static Candidate candidate(ViewedGroup row) {
    return new Candidate(
        row.group(),
        row.favorite(),
        kpi -> {
          throw ExceptionTranslator.unsupported();
        });
  }
}
