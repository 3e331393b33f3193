package io.kpigroups.adapter.rest.group;

import io.kpigroups.adapter.rest.http.JsonContent;
import io.kpigroups.adapter.rest.input.ApiRequest;
import io.kpigroups.adapter.rest.list.FilterParameters;
import io.kpigroups.adapter.rest.list.ListParameters;
import io.kpigroups.domain.cursor.ListScope;
import io.kpigroups.domain.filter.GroupFilter;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Page;
import java.util.EnumSet;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;

/** Reads the parameters that every list of groups has, and answers with a page of it. */
final class GroupListParameters {
  private final Supplier<Boolean> deleted;
  private final Supplier<Optional<KpiId>> kpi;
  private final Supplier<GroupFilter> filter;
  private final Supplier<GroupProjection> fields;
  private final ListParameters<GroupField, KpiGroup> list;

  /**
   * Reads what says which groups, {@code fields}, and what every list has.
   *
   * @param kpi which KPI is in the groups; empty if that does not matter
   */
  GroupListParameters(ApiRequest request, Supplier<Optional<KpiId>> kpi) {
    this.kpi = kpi;
    deleted = request.flag("deleted", asked -> asked, false);
    boolean ofDeleted = request.isQuery("deleted", "true");
    filter = FilterParameters.ofGroups(request);
    fields =
        request.query(
            "fields",
            text -> GroupProjection.parse(text, ofDeleted),
            GroupProjection.standardOf(ofDeleted));
    list =
        new ListParameters<>(
            request,
            sortable(ofDeleted),
            ListQuery::groups,
            () -> ListScope.of(request.call().namedAccount(), selection(kpi.get())));
  }

  /** The groups that are asked for, and what of them. */
  GroupSelection selection() {
    return told(selection(kpi.get()));
  }

  /** The same, whichever KPIs are in them. */
  GroupSelection ofAnyKpi() {
    return told(selection(Optional.empty()));
  }

  ListQuery<GroupField> query() {
    return list.query();
  }

  RestResponse<JsonContent> answer(Page<ViewedGroup> page) {
    return list.answer(page, ViewedGroup::group, fields.get()::write);
  }

  private GroupSelection selection(Optional<KpiId> member) {
    GroupSelection all = deleted.get() ? GroupSelection.DELETED : GroupSelection.LIVE;
    return member.map(all::with).orElse(all).with(filter.get());
  }

  private GroupSelection told(GroupSelection selection) {
    return fields.get().hasKpiCount() ? selection.withKpiCount() : selection;
  }

  /** Only deleted groups have a date of their deletion. */
  private static GroupField[] sortable(boolean deleted) {
    EnumSet<GroupField> all = EnumSet.allOf(GroupField.class);
    if (!deleted) {
      all.remove(GroupField.DATE_DELETED);
    }
    return all.toArray(GroupField[]::new);
  }
}
