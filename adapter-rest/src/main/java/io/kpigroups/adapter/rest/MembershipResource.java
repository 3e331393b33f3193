package io.kpigroups.adapter.rest;

import static io.kpigroups.application.port.in.Operation.ADD_KPI_TO_GROUP;
import static io.kpigroups.application.port.in.Operation.REMOVE_KPI_FROM_GROUP;

import io.kpigroups.application.port.in.GroupMembership;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.kpi.KpiId;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The KPIs in a group. */
@Path("/api/v1/kpis")
@Tag(name = "Membership", description = "Put KPIs into groups and take them out.")
class MembershipResource {
  private final Api api;
  private final GroupMembership membership;

  MembershipResource(Api api, GroupMembership membership) {
    this.api = api;
    this.membership = membership;
  }

  @PUT
  @Path("/{kpiId}/groups/{groupId}")
  @Operation(
      operationId = "addKpiToGroup",
      summary = "Add a KPI to a KPI group",
      description = "A KPI may be in many groups. May be repeated.")
  public RestResponse<Void> add(
      @PathParam("kpiId") String kpiId, @PathParam("groupId") String groupId) {
    return api.serve(
        ADD_KPI_TO_GROUP,
        request -> {
          Input<KpiId> kpi = request.path("kpiId", kpiId, KpiId::new);
          Input<KpiGroupId> group = request.path("groupId", groupId, KpiGroupId::new);
          request.valid();
          membership.add(request.call(), kpi.get(), group.get());
          return RestResponse.ok();
        });
  }

  @DELETE
  @Path("/{kpiId}/groups/{groupId}")
  @Operation(
      operationId = "removeKpiFromGroup",
      summary = "Remove a KPI from a KPI group",
      description = "Works also when the KPI itself is gone from the register. May be repeated.")
  public RestResponse<Void> remove(
      @PathParam("kpiId") String kpiId, @PathParam("groupId") String groupId) {
    return api.serve(
        REMOVE_KPI_FROM_GROUP,
        request -> {
          Input<KpiId> kpi = request.path("kpiId", kpiId, KpiId::new);
          Input<KpiGroupId> group = request.path("groupId", groupId, KpiGroupId::new);
          request.valid();
          membership.remove(request.call(), kpi.get(), group.get());
          return RestResponse.ok();
        });
  }
}
