package io.kpigroups.adapter.rest.group;

import io.kpigroups.adapter.rest.call.OperationRunner;
import io.kpigroups.adapter.rest.call.TaggedAnswer;
import io.kpigroups.adapter.rest.http.Endpoint;
import io.kpigroups.adapter.rest.http.MediaTypes;
import io.kpigroups.adapter.rest.input.ApiRequest;
import io.kpigroups.adapter.rest.input.EntityTags;
import io.kpigroups.adapter.rest.input.Input;
import io.kpigroups.adapter.rest.list.ListParameters;
import io.kpigroups.adapter.rest.list.PageView;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.in.KpiGroups;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.Set;
import java.util.function.Predicate;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/**
 * The groups of an account. All resources have the same root path: Quarkus REST looks for a method
 * only in the resource whose root fits best.
 */
@Path("/api/v1/kpis")
public class GroupResource {
  private final OperationRunner runner;
  private final KpiGroups groups;

  public GroupResource(OperationRunner runner, KpiGroups groups) {
    this.runner = runner;
    this.groups = groups;
  }

  @GET
  @Path("/groups")
  @Produces(MediaTypes.JSON)
  public RestResponse<PageView<GroupView>> list() {
    return runner.run(
        request -> {
          var list = new ListParameters<>(request, GroupField.values());
          request.valid();
          Page<ViewedGroup> page =
              groups.list(request.call(), ListQuery.groups(list.order(), list.range()));
          return list.answer(page, GroupView::of);
        });
  }

  @GET
  @Path("/groups/{groupId}")
  @Produces(MediaTypes.JSON)
  public RestResponse<GroupView> get(@PathParam("groupId") String groupId) {
    return runner.run(
        request -> {
          Input<KpiGroupId> id = request.path("groupId", groupId, KpiGroupId::new);
          Input<Predicate<String>> known = EntityTags.ifNoneMatch(request);
          request.valid();
          ViewedGroup group = groups.get(request.call(), id.get());
          return TaggedAnswer.read(EntityTags.of(group), GroupView.of(group), known.get());
        });
  }

  @POST
  @Path("/groups")
  @Produces(MediaTypes.JSON)
  public RestResponse<GroupView> create() {
    return runner.run(
        request -> {
          Input<Name> name = name(request);
          request.valid();
          ViewedGroup group = groups.create(request.call(), name.get());
          String place = request.prefix() + Endpoint.CREATE_GROUP.path() + "/";
          return answer(Status.CREATED, group)
              .header("Location", place + group.group().id().value())
              .build();
        });
  }

  @PATCH
  @Path("/groups/{groupId}")
  @Produces(MediaTypes.JSON)
  public RestResponse<GroupView> rename(@PathParam("groupId") String groupId) {
    return runner.run(
        request -> {
          Input<KpiGroupId> id = request.path("groupId", groupId, KpiGroupId::new);
          Input<RevisionMatch> match = EntityTags.ifMatch(request);
          Input<RevisionMatch> noneMatch = EntityTags.ifNoRevisionMatches(request);
          Input<Name> name = name(request);
          request.valid();
          RevisionMatch expected = expected(request.call(), id.get(), match.get(), noneMatch.get());
          return answer(Status.OK, groups.rename(request.call(), id.get(), name.get(), expected))
              .build();
        });
  }

  @DELETE
  @Path("/groups/{groupId}")
  public RestResponse<Void> delete(@PathParam("groupId") String groupId) {
    return runner.run(
        request -> {
          Input<KpiGroupId> id = request.path("groupId", groupId, KpiGroupId::new);
          Input<RevisionMatch> match = EntityTags.ifMatch(request);
          Input<RevisionMatch> noneMatch = EntityTags.ifNoRevisionMatches(request);
          request.valid();
          RevisionMatch expected = expected(request.call(), id.get(), match.get(), noneMatch.get());
          groups.delete(request.call(), id.get(), expected);
          return RestResponse.ok();
        });
  }

  private static Input<Name> name(ApiRequest request) {
    return request.body().allow(Set.of("name"), GroupView.READ_ONLY).text("name", Name::new);
  }

  private static ResponseBuilder<GroupView> answer(Status status, ViewedGroup group) {
    return TaggedAnswer.of(status, EntityTags.of(group), GroupView.of(group));
  }

  /**
   * What a change expects by both conditions. {@code If-None-Match} is rare with a change, so it
   * may cost a read: the change then expects the revision that was read.
   */
  private RevisionMatch expected(
      Call call, KpiGroupId id, RevisionMatch match, RevisionMatch noneMatch) {
    return noneMatch.isStated()
        ? match.ofSeen(groups.get(call, id).group().revision(), noneMatch)
        : match;
  }
}
