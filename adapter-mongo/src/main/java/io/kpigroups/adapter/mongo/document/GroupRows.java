package io.kpigroups.adapter.mongo.document;

import static io.kpigroups.adapter.mongo.document.DocumentSchema.required;

import com.mongodb.client.model.Projections;
import io.kpigroups.domain.filter.Candidate;
import io.kpigroups.domain.filter.FilterField;
import io.kpigroups.domain.filter.GroupFilter;
import io.kpigroups.domain.filter.GroupFilter.Comparison;
import io.kpigroups.domain.filter.GroupFilter.Favorite;
import io.kpigroups.domain.filter.GroupFilter.HasKpi;
import io.kpigroups.domain.filter.GroupFilter.NameMatches;
import io.kpigroups.domain.filter.GroupFilter.NoneOf;
import io.kpigroups.domain.filter.GroupFilter.OneOf;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.query.GroupSelection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.bson.conversions.Bson;

/**
 * What becomes of the groups that the server found for a list. Whose favorite a row is, is said
 * elsewhere.
 *
 * <p>The parts of the filter that say how a name looks are decided here, by the domain, on one
 * document after the other.
 */
public final class GroupRows {
  /** All that is needed to decide by names and ids. */
  private static final Bson NAME =
      Projections.include("accountId", "name", "nameKeyVersion", "schemaVersion");

  private static final Set<FilterField> NAMED = EnumSet.of(FilterField.ID, FilterField.NAME);

  private final GroupSelection selection;
  private final Supplier<Set<String>> favorites;
  private final GroupFilter undecided;
  private final boolean byMembers;
  private final boolean byFavorites;

  /**
   * The rows of the selected groups.
   *
   * @param favorites the ids of the favorites of the user who asks; read only if needed
   */
  public GroupRows(GroupSelection selection, Supplier<Set<String>> favorites) {
    this.selection = selection;
    this.favorites = favorites;
    this.undecided =
        GroupFilter.and(
            selection.filter().conjuncts().stream()
                .filter(part -> part.leaves().anyMatch(NameMatches.class::isInstance))
                .toList());
    this.byMembers = undecided.leaves().anyMatch(HasKpi.class::isInstance);
    this.byFavorites = undecided.leaves().anyMatch(Favorite.class::isInstance);
  }

  /** Whether the server finds the selected groups and no others. */
  public boolean isDecided() {
    return undecided.equals(GroupFilter.ALL);
  }

  /** A row of each group. */
  public Projection<GroupDocument, ViewedGroup> all() {
    return new Projection<>(
        GroupDocument.WITHOUT_MEMBERS, document -> row(document, document.toDomain()));
  }

  /** A row of each group that is selected. */
  public Projection<GroupDocument, Optional<ViewedGroup>> selected() {
    return new Projection<>(
        with(GroupDocument.WITHOUT_MEMBERS),
        document ->
            Optional.of(document.toDomain())
                .filter(group -> isSelected(document, group))
                .map(group -> row(document, group)));
  }

  /** Whether a group is selected; as little of it is read as that takes. */
  public Projection<GroupDocument, Boolean> counted() {
    return undecided.leaves().allMatch(GroupRows::isOfName)
        ? new Projection<>(with(NAME), document -> isSelected(document, document.named()))
        : new Projection<>(
            with(GroupDocument.WITHOUT_MEMBERS),
            document -> isSelected(document, document.toDomain()));
  }

  private Bson with(Bson fields) {
    return byMembers ? Projections.fields(fields, Projections.include("members.k")) : fields;
  }

  private static boolean isOfName(GroupFilter part) {
    if (part instanceof OneOf one) {
      return NAMED.contains(one.field());
    } else if (part instanceof NoneOf none) {
      return NAMED.contains(none.field());
    }
    return !(part instanceof Comparison by) || NAMED.contains(by.field());
  }

  private boolean isSelected(GroupDocument document, KpiGroup group) {
    Set<String> members = byMembers ? Set.copyOf(document.memberIds()) : Set.of();
    boolean favorite = byFavorites && favorites.get().contains(group.id().value());
    return undecided.matches(new Candidate(group, favorite, kpi -> members.contains(kpi.value())));
  }

  private ViewedGroup row(GroupDocument document, KpiGroup group) {
    ViewedGroup row = new ViewedGroup(group, false);
    return selection.kpiCount() ? row.withKpiCount(required("count", document.count)) : row;
  }
}
