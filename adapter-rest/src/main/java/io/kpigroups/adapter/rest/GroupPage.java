package io.kpigroups.adapter.rest;

import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.query.Page;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The JSON of a list of groups, exactly as the reference has it. */
@Schema(name = "KpiGroupPage", description = "A part of the list of groups.")
record GroupPage(
    @Schema(required = true, minimum = "0", description = "How many groups this answer has")
        int count,
    @Schema(required = true) List<GroupView> items,
    @Schema(required = true, minimum = "0", description = "How many groups there are in all")
        long totalCount) {

  static GroupPage of(Page<ViewedGroup> page) {
    List<GroupView> items = page.items().stream().map(GroupView::of).toList();
    return new GroupPage(items.size(), items, page.totalCount());
  }
}
