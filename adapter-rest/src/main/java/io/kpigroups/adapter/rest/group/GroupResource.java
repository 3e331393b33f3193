package io.kpigroups.adapter.rest.group;

import io.kpigroups.adapter.rest.call.OperationRunner;
import io.kpigroups.adapter.rest.call.TaggedAnswer;
import io.kpigroups.adapter.rest.http.Endpoint;
import io.kpigroups.adapter.rest.http.JsonContent;
import io.kpigroups.adapter.rest.input.ApiRequest;
import io.kpigroups.adapter.rest.input.EntityTags;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.in.GroupFavorites;
import io.kpigroups.application.port.in.KpiGroups;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.value.IdempotencyKey;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/**
 * Single groups of an account, and which of them the calling user watches. All resources have the
 * same root path: Quarkus REST looks for a method only in the resource whose root fits best.
 */
@Path("/api/v1/kpis")
public class GroupResource {
  private final OperationRunner runner;
  private final KpiGroups groups;
  private final GroupFavorites favorites;

  public GroupResource(OperationRunner runner, KpiGroups groups, GroupFavorites favorites) {
    this.runner = runner;
    this.groups = groups;
    this.favorites = favorites;
  }

  @GET
  @Path("/groups/{groupId}")
  @Produces(MediaType.APPLICATION_JSON)
  public RestResponse<JsonContent> get(@PathParam("groupId") String groupId) {
    return runner.run(
        request -> {
          Supplier<KpiGroupId> id = request.path("groupId", groupId, KpiGroupId::new);
          Supplier<Predicate<String>> known = EntityTags.ifNoneMatch(request);
          request.valid();
          ViewedGroup group = groups.get(request.call(), id.get());
          return TaggedAnswer.read(tag(group), GroupView.of(group), known.get());
        });
  }

  @POST
  @Path("/groups")
  @Produces(MediaType.APPLICATION_JSON)
  public RestResponse<JsonContent> create() {
    return runner.run(
        request -> {
          Supplier<Optional<IdempotencyKey>> key =
              request.singleHeader(
                  "Idempotency-Key",
                  text -> Optional.of(new IdempotencyKey(text)),
                  Optional.empty());
          Supplier<Name> name = name(request);
          request.valid();
          ViewedGroup group = groups.create(request.call(), name.get(), key.get());
          String place = request.prefix() + Endpoint.CREATE_GROUP.path() + "/";
          return answer(Status.CREATED, group)
              .header("Location", place + group.group().id().value())
              .build();
        });
  }

  @PATCH
  @Path("/groups/{groupId}")
  @Produces(MediaType.APPLICATION_JSON)
  public RestResponse<JsonContent> rename(@PathParam("groupId") String groupId) {
    return runner.run(
        request -> {
          Supplier<KpiGroupId> id = request.path("groupId", groupId, KpiGroupId::new);
          Supplier<RevisionMatch> expected = condition(request, id);
          Supplier<Name> name = name(request);
          request.valid();
          return answer(
                  Status.OK, groups.rename(request.call(), id.get(), name.get(), expected.get()))
              .build();
        });
  }

  @DELETE
  @Path("/groups/{groupId}")
  public RestResponse<Void> delete(@PathParam("groupId") String groupId) {
    return runner.run(
        request -> {
          Supplier<KpiGroupId> id = request.path("groupId", groupId, KpiGroupId::new);
          Supplier<RevisionMatch> expected = condition(request, id);
          request.valid();
          groups.delete(request.call(), id.get(), expected.get());
          return RestResponse.ok();
        });
  }

  @POST
  @Path("/groups/{groupId}/restore")
  @Produces(MediaType.APPLICATION_JSON)
  public RestResponse<JsonContent> restore(@PathParam("groupId") String groupId) {
    return runner.run(
        request -> {
          Supplier<KpiGroupId> id = request.path("groupId", groupId, KpiGroupId::new);
          request.valid();
          return answer(Status.OK, groups.restore(request.call(), id.get())).build();
        });
  }

  @PUT
  @Path("/groups/{groupId}/favorite")
  public RestResponse<Void> favorite(@PathParam("groupId") String groupId) {
    return change(groupId, favorites::add);
  }

  @DELETE
  @Path("/groups/{groupId}/favorite")
  public RestResponse<Void> unfavorite(@PathParam("groupId") String groupId) {
    return change(groupId, favorites::remove);
  }

  private RestResponse<Void> change(String groupId, BiConsumer<Call, KpiGroupId> change) {
    return runner.run(
        request -> {
          Supplier<KpiGroupId> id = request.path("groupId", groupId, KpiGroupId::new);
          request.valid();
          change.accept(request.call(), id.get());
          return RestResponse.ok();
        });
  }

  private static Supplier<Name> name(ApiRequest request) {
    return request.body().allow(Set.of("name"), GroupView.READ_ONLY).text("name", Name::new);
  }

  private static ResponseBuilder<JsonContent> answer(Status status, ViewedGroup group) {
    return TaggedAnswer.of(status, tag(group), GroupView.of(group));
  }

  private static String tag(ViewedGroup viewed) {
    return EntityTags.of(viewed.group().revision(), viewed.favorite());
  }

  /**
   * What a change expects by both conditions. {@code If-None-Match} is rare with a change, so it
   * may cost a read: the change then expects the revision that was read.
   */
  private Supplier<RevisionMatch> condition(ApiRequest request, Supplier<KpiGroupId> id) {
    Supplier<RevisionMatch> match = EntityTags.revisions(request, "If-Match");
    Supplier<RevisionMatch> noneMatch = EntityTags.revisions(request, "If-None-Match");
    return () ->
        noneMatch.get().isStated()
            ? match
                .get()
                .ofSeen(groups.get(request.call(), id.get()).group().revision(), noneMatch.get())
            : match.get();
  }
}
