package io.kpigroups.adapter.rest;

import static io.kpigroups.application.port.in.Operation.CREATE_GROUP;
import static io.kpigroups.application.port.in.Operation.DELETE_GROUP;
import static io.kpigroups.application.port.in.Operation.GET_GROUP;
import static io.kpigroups.application.port.in.Operation.LIST_GROUPS;
import static io.kpigroups.application.port.in.Operation.RENAME_GROUP;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.in.KpiGroups;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The groups of an account. */
@Path("/api/v1/kpis")
@Tag(name = "KPI groups", description = "Put several KPIs of an account in one place.")
class GroupResource {
  private static final Map<String, GroupField> FIELDS =
      Map.of(
          "id", GroupField.ID,
          "name", GroupField.NAME,
          "dateCreated", GroupField.DATE_CREATED,
          "dateUpdated", GroupField.DATE_UPDATED);

  private final Api api;
  private final KpiGroups groups;

  GroupResource(Api api, KpiGroups groups) {
    this.api = api;
    this.groups = groups;
  }

  @GET
  @Path("/groups")
  @Produces(MediaTypes.JSON)
  @Operation(
      operationId = "listKpiGroups",
      summary = "List KPI groups",
      description = "All KPI groups of the account, up to the page maximum, by id.")
  public RestResponse<GroupPage> list() {
    return api.serve(
        LIST_GROUPS,
        request -> {
          var parameters = new ListParameters<>(request, FIELDS);
          request.valid();
          ListQuery<GroupField> query = ListQuery.groups(parameters.order(), parameters.range());
          Page<ViewedGroup> page = groups.list(request.call(), query);
          return parameters.link(ResponseBuilder.ok(GroupPage.of(page)), page).build();
        });
  }

  @GET
  @Path("/groups/{groupId}")
  @Produces(MediaTypes.JSON)
  @Operation(
      operationId = "getKpiGroup",
      summary = "Get a KPI group",
      description = "One group. With If-None-Match, 304 if it is still as the tag says.")
  public RestResponse<GroupView> get(@PathParam("groupId") String groupId) {
    return api.serve(
        GET_GROUP,
        request -> {
          Input<KpiGroupId> id = request.path("groupId", groupId, KpiGroupId::new);
          Input<Predicate<String>> noneMatch = EntityTags.ifNoneMatch(request);
          request.valid();
          ViewedGroup group = groups.get(request.call(), id.get());
          return noneMatch.get().test(EntityTags.of(group))
              ? GroupAnswers.notModified(group)
              : GroupAnswers.ok(group);
        });
  }

  @POST
  @Path("/groups")
  @Consumes(MediaTypes.JSON)
  @Produces(MediaTypes.JSON)
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaTypes.JSON,
              schema = @Schema(implementation = GroupWrite.class)))
  @Operation(
      operationId = "createKpiGroup",
      summary = "Create a KPI group",
      description = "A new group without KPIs. Another of the same name may exist.")
  public RestResponse<GroupView> create() {
    return api.serve(
        CREATE_GROUP,
        request -> {
          Input<Name> name = GroupWrite.read(request);
          request.valid();
          return GroupAnswers.created(groups.create(request.call(), name.get()), request.prefix());
        });
  }

  @PATCH
  @Path("/groups/{groupId}")
  @Consumes({MediaTypes.JSON, MediaTypes.MERGE_PATCH})
  @Produces(MediaTypes.JSON)
  @RequestBody(
      required = true,
      content = {
        @Content(mediaType = MediaTypes.JSON, schema = @Schema(implementation = GroupWrite.class)),
        @Content(
            mediaType = MediaTypes.MERGE_PATCH,
            schema = @Schema(implementation = GroupWrite.class))
      })
  @Operation(
      operationId = "renameKpiGroup",
      summary = "Rename a KPI group",
      description = "Gives the group another name; the name that it has changes nothing.")
  public RestResponse<GroupView> rename(@PathParam("groupId") String groupId) {
    return api.serve(
        RENAME_GROUP,
        request -> {
          Input<KpiGroupId> id = request.path("groupId", groupId, KpiGroupId::new);
          Input<RevisionMatch> match = EntityTags.ifMatch(request);
          Input<RevisionMatch> noneMatch = EntityTags.ifNoRevisionMatches(request);
          Input<Name> name = GroupWrite.read(request);
          request.valid();
          RevisionMatch expected = expected(request.call(), id.get(), match.get(), noneMatch.get());
          return GroupAnswers.ok(groups.rename(request.call(), id.get(), name.get(), expected));
        });
  }

  @DELETE
  @Path("/groups/{groupId}")
  @Operation(
      operationId = "deleteKpiGroup",
      summary = "Delete a KPI group",
      description = "Deletes the grouping and its favorites, never a KPI.")
  public RestResponse<Void> delete(@PathParam("groupId") String groupId) {
    return api.serve(
        DELETE_GROUP,
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

  /**
   * What a change expects by both of its conditions. Hardly a client sends {@code If-None-Match}
   * with a change, so it is looked up first: the change then expects the revision that was seen.
   */
  private RevisionMatch expected(
      Call call, KpiGroupId id, RevisionMatch match, RevisionMatch noneMatch) {
    if (!noneMatch.isStated()) {
      return match;
    }
    return match.ofSeen(groups.get(call, id).group().revision(), noneMatch);
  }
}
