package io.kpigroups.adapter.rest.group;

import io.kpigroups.adapter.rest.call.OperationRunner;
import io.kpigroups.adapter.rest.http.JsonContent;
import io.kpigroups.application.port.in.KpiGroups;
import io.kpigroups.domain.kpi.KpiId;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;

/** The lists of groups. */
@Path("/api/v1/kpis")
public class GroupListResource {
  private final OperationRunner runner;
  private final KpiGroups groups;

  public GroupListResource(OperationRunner runner, KpiGroups groups) {
    this.runner = runner;
    this.groups = groups;
  }

  @GET
  @Path("/groups")
  @Produces(MediaType.APPLICATION_JSON)
  public RestResponse<JsonContent> list() {
    return runner.run(
        request -> {
          Supplier<Optional<KpiId>> kpi =
              request.query("kpiId", id -> Optional.of(new KpiId(id)), Optional.empty());
          var list = new GroupListParameters(request, kpi);
          request.valid();
          return list.answer(groups.list(request.call(), list.selection(), list.query()));
        });
  }

  @GET
  @Path("/{kpiId}/groups")
  @Produces(MediaType.APPLICATION_JSON)
  public RestResponse<JsonContent> listOfKpi(@PathParam("kpiId") String kpiId) {
    return runner.run(
        request -> {
          Supplier<KpiId> kpi = request.path("kpiId", kpiId, KpiId::new);
          var list = new GroupListParameters(request, () -> Optional.of(kpi.get()));
          request.valid();
          return list.answer(
              groups.listOf(request.call(), kpi.get(), list.ofAnyKpi(), list.query()));
        });
  }
}
