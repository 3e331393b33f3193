package io.kpigroups.adapter.rest.group;

import io.kpigroups.adapter.rest.call.OperationRunner;
import io.kpigroups.adapter.rest.input.Input;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.in.GroupFavorites;
import io.kpigroups.domain.group.KpiGroupId;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.function.BiConsumer;
import org.jboss.resteasy.reactive.RestResponse;

/** The groups that the calling user watches. */
@Path("/api/v1/kpis")
public class FavoriteResource {
  private final OperationRunner runner;
  private final GroupFavorites favorites;

  public FavoriteResource(OperationRunner runner, GroupFavorites favorites) {
    this.runner = runner;
    this.favorites = favorites;
  }

  @PUT
  @Path("/groups/{groupId}/favorite")
  public RestResponse<Void> add(@PathParam("groupId") String groupId) {
    return change(groupId, favorites::add);
  }

  @DELETE
  @Path("/groups/{groupId}/favorite")
  public RestResponse<Void> remove(@PathParam("groupId") String groupId) {
    return change(groupId, favorites::remove);
  }

  private RestResponse<Void> change(String groupId, BiConsumer<Call, KpiGroupId> change) {
    return runner.run(
        request -> {
          Input<KpiGroupId> id = request.path("groupId", groupId, KpiGroupId::new);
          request.valid();
          change.accept(request.call(), id.get());
          return RestResponse.ok();
        });
  }
}
