package io.kpigroups.benchmarks.jmh;

import io.kpigroups.adapter.rest.group.GroupListResource;
import io.kpigroups.adapter.rest.group.GroupResource;
import io.kpigroups.adapter.rest.http.JsonContent;
import io.kpigroups.application.port.in.GroupFavorites;
import io.kpigroups.application.port.in.KpiGroups;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.PageRange;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jboss.resteasy.reactive.RestResponse;

/** The resources before use cases that answer at once, always the same. */
final class Answers {
  private final GroupResource groups;
  private final GroupListResource lists;

  Answers() {
    List<ViewedGroup> rows = Samples.page();
    Page<ViewedGroup> page =
        new Page<>(rows, OptionalLong.of(2_500), PageRange.first(Samples.PAGE), true);
    KpiGroups useCases =
        Stub.of(KpiGroups.class, Map.of("get", call -> rows.get(0), "list", call -> page));
    groups =
        new GroupResource(
            Requests.runner(Requests.http("", "")), useCases, Stub.unused(GroupFavorites.class));
    lists =
        new GroupListResource(
            Requests.runner(Requests.http("limit=" + Samples.PAGE + "&sort=name", "")), useCases);
  }

  /** One group. */
  RestResponse<JsonContent> group() {
    return groups.get(Samples.id(0).value());
  }

  /** A page of 100 groups, sorted by name, with links and a cursor to the next. */
  RestResponse<JsonContent> list() {
    return lists.list();
  }
}
