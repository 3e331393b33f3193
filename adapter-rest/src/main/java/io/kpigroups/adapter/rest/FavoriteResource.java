package io.kpigroups.adapter.rest;

import static io.kpigroups.application.port.in.Operation.FAVORITE_GROUP;
import static io.kpigroups.application.port.in.Operation.UNFAVORITE_GROUP;

import io.kpigroups.application.port.in.GroupFavorites;
import io.kpigroups.domain.group.KpiGroupId;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The groups that the calling user watches. */
@Path("/api/v1/kpis")
@Tag(name = "Favorites", description = "Watch the groups that matter to you.")
class FavoriteResource {
  private final Api api;
  private final GroupFavorites favorites;

  FavoriteResource(Api api, GroupFavorites favorites) {
    this.api = api;
    this.favorites = favorites;
  }

  @PUT
  @Path("/groups/{groupId}/favorite")
  @Operation(
      operationId = "favoriteKpiGroup",
      summary = "Add a KPI group to your favorites",
      description =
          "Needs no permission but to act in the account; without the account header, the token's"
              + " only account is meant. May be repeated.")
  public RestResponse<Void> add(@PathParam("groupId") String groupId) {
    return api.serve(
        FAVORITE_GROUP,
        request -> {
          Input<KpiGroupId> id = request.path("groupId", groupId, KpiGroupId::new);
          request.valid();
          favorites.add(request.call(), id.get());
          return RestResponse.ok();
        });
  }

  @DELETE
  @Path("/groups/{groupId}/favorite")
  @Operation(
      operationId = "unfavoriteKpiGroup",
      summary = "Remove a KPI group from your favorites",
      description =
          "Needs no permission but to act in the account; without the account header, the token's"
              + " only account is meant. May be repeated.")
  public RestResponse<Void> remove(@PathParam("groupId") String groupId) {
    return api.serve(
        UNFAVORITE_GROUP,
        request -> {
          Input<KpiGroupId> id = request.path("groupId", groupId, KpiGroupId::new);
          request.valid();
          favorites.remove(request.call(), id.get());
          return RestResponse.ok();
        });
  }
}
