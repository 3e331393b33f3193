package io.kpigroups.adapter.rest;

import io.kpigroups.domain.group.ViewedGroup;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** The answers that are one group: with its entity tag, for the eyes of this caller only. */
final class GroupAnswers {
  private GroupAnswers() {}

  static RestResponse<GroupView> ok(ViewedGroup group) {
    return answer(Status.OK, group).entity(GroupView.of(group)).build();
  }

  static RestResponse<GroupView> created(ViewedGroup group, String prefix) {
    return answer(Status.CREATED, group)
        .entity(GroupView.of(group))
        .header("Location", prefix + Routes.BASE + "kpis/groups/" + group.group().id().value())
        .build();
  }

  static RestResponse<GroupView> notModified(ViewedGroup group) {
    return answer(Status.NOT_MODIFIED, group).build();
  }

  private static ResponseBuilder<GroupView> answer(Status status, ViewedGroup group) {
    return tagged(ResponseBuilder.create(status), EntityTags.of(group));
  }

  /** Adds the entity tag, for the eyes of this caller only. */
  static <T> ResponseBuilder<T> tagged(ResponseBuilder<T> response, String tag) {
    return response
        .header("ETag", tag)
        .header("Cache-Control", "private, no-cache")
        .header("Vary", "Authorization, " + Actors.ACCOUNT_HEADER);
  }
}
