package io.kpigroups.adapter.client.store;

import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.KpiFilter;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Owner;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.query.SortField;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The query parameters by which a service like this one is asked for a part of a list. */
final class ListParameters {
  private static final String GROUP =
      "accountId,createdById,dateCreated,dateUpdated,favorite,id,modifiedById,name";
  private static final String DELETION = ",dateDeleted,deletedById,purgeAfter";

  private ListParameters() {}

  /** The range and the order. */
  static <F extends Enum<F> & SortField<?>> Map<String, String> of(ListQuery<F> query) {
    PageRange range = query.range();
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("skip", String.valueOf(range.skip()));
    parameters.put("limit", String.valueOf(range.limit()));
    String sort = sort(query);
    if (!sort.isEmpty()) {
      parameters.put("sort", sort);
    }
    return parameters;
  }

  /**
   * Which groups. After which time a group must have been deleted is not sent: for how long it is
   * kept is upstream's to decide.
   */
  static Map<String, String> of(GroupSelection selection) {
    boolean deleted = selection.deletedAfter().isPresent();
    Map<String, String> parameters = new LinkedHashMap<>();
    selection.kpi().map(KpiId::value).ifPresent(kpi -> parameters.put("kpiId", kpi));
    if (deleted) {
      parameters.put("deleted", "true");
    }
    if (selection.kpiCount()) {
      parameters.put("fields", GROUP + (deleted ? DELETION : "") + ",kpiCount");
    }
    return parameters;
  }

  /** Which KPIs. Who the caller is, is upstream's to find out. */
  static Map<String, String> of(KpiFilter filter) {
    Map<String, String> parameters = new LinkedHashMap<>();
    filter.search().ifPresent(search -> parameters.put("q", search.text()));
    filter.owner().ifPresent(owner -> parameters.put("owner", owner(owner)));
    if (filter.ungrouped()) {
      parameters.put("ungrouped", "true");
    }
    return parameters;
  }

  private static String owner(Owner owner) {
    return owner instanceof Owner.Named named ? named.user().value() : "me";
  }

  /** The sort keys with commas between them; without the id at the end, which is the default. */
  private static <F extends Enum<F> & SortField<?>> String sort(ListQuery<F> query) {
    return query.order().stream()
        .map(key -> (key.descending() ? "-" : "") + key.field().term())
        .collect(Collectors.joining(","))
        .replaceFirst("(^|,)(id|kpiId)$", "");
  }
}
