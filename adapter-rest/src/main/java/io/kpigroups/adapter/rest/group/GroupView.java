package io.kpigroups.adapter.rest.group;

import io.kpigroups.adapter.rest.http.JsonContent;
import io.kpigroups.domain.group.ViewedGroup;
import java.util.Set;

/** The JSON of a group, exactly as the reference has it. */
final class GroupView {
  /** Properties that a client may send, and that are ignored. */
  static final Set<String> READ_ONLY =
      Set.of("accountId createdById dateCreated dateUpdated favorite id modifiedById".split(" "));

  private GroupView() {}

  static JsonContent of(ViewedGroup viewed) {
    return json -> GroupProjection.LIVE.write(json, viewed);
  }
}
