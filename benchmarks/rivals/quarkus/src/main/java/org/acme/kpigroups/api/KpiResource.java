package org.acme.kpigroups.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

@Path("/kpis/{kpi}")
@RolesAllowed("kpis:manage")
public class KpiResource {
  @Inject Members members;

  @PUT
  public RestResponse<KpiView> register(String kpi, @NotNull @Valid NameBody body) {
    boolean isNew = members.register(kpi, body.name());
    return ResponseBuilder.create(
            isNew ? Status.CREATED : Status.OK, new KpiView(kpi, body.name(), List.of()))
        .build();
  }

  @PUT
  @Path("/groups/{group}")
  public RestResponse<Void> add(String kpi, String group) {
    members.add(group, kpi);
    return RestResponse.ok();
  }

  @DELETE
  @Path("/groups/{group}")
  public RestResponse<Void> remove(String kpi, String group) {
    members.remove(group, kpi);
    return RestResponse.ok();
  }
}
