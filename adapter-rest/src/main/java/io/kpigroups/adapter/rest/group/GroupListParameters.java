package io.kpigroups.adapter.rest.group;

import io.kpigroups.adapter.rest.input.ApiRequest;
import io.kpigroups.adapter.rest.list.FilterParameters;
import io.kpigroups.adapter.rest.list.ListParameters;
import io.kpigroups.adapter.rest.list.PageView;
import io.kpigroups.domain.filter.GroupFilter;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Page;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Reads the parameters that every list of groups has, and answers with a page of it. */
final class GroupListParameters {
  private final boolean deleted;
  private final ListParameters<GroupField> list;
  private final Supplier<GroupProjection> fields;
  private final Supplier<GroupFilter> filter;

  /** Reads what says which groups, {@code fields}, and what every list has. */
  GroupListParameters(ApiRequest request) {
    request.flag("deleted", asked -> asked, false);
    deleted = request.isQuery("deleted", "true");
    filter = FilterParameters.ofGroups(request);
    list = new ListParameters<>(request, sortable(deleted));
    fields =
        request.query(
            "fields",
            text -> GroupProjection.parse(text, deleted),
            GroupProjection.standard(deleted));
  }

  /** The groups that are asked for. */
  GroupSelection selection() {
    return selection(Optional.empty());
  }

  /** Those that contain the KPI. */
  GroupSelection selection(Optional<KpiId> kpi) {
    GroupSelection all = deleted ? GroupSelection.DELETED : GroupSelection.LIVE;
    GroupSelection selected = kpi.map(all::with).orElse(all).with(filter.get());
    return fields.get().hasKpiCount() ? selected.withKpiCount() : selected;
  }

  ListQuery<GroupField> query() {
    return ListQuery.groups(list.order(), list.range(), list.isCounted());
  }

  RestResponse<PageView<Map<String, @Nullable Object>>> answer(Page<ViewedGroup> page) {
    return list.answer(page, fields.get()::of);
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
