package io.kpigroups.adapter.rest;

import static io.kpigroups.application.port.in.Operation.GET_KPI;
import static io.kpigroups.application.port.in.Operation.LIST_KPIS;
import static io.kpigroups.application.port.in.Operation.REGISTER_KPI;
import static io.kpigroups.application.port.in.Operation.UNREGISTER_KPI;

import io.kpigroups.application.port.in.KpiRegister;
import io.kpigroups.application.port.in.KpiRegister.Registration;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiCondition;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.KpiField;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.value.RevisionMatch;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
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
import org.jboss.resteasy.reactive.RestResponse.Status;

/** The register of KPIs that may be grouped. */
@Path("/api/v1/kpis")
@Tag(
    name = "KPI register",
    description = "Which KPIs exist. They are owned by another system; this is how it tells.")
class KpiResource {
  private static final Map<String, KpiField> FIELDS =
      Map.of("id", KpiField.ID, "name", KpiField.NAME);

  private final Api api;
  private final KpiRegister register;

  KpiResource(Api api, KpiRegister register) {
    this.api = api;
    this.register = register;
  }

  @GET
  @Produces(MediaTypes.JSON)
  @Operation(
      operationId = "listKpis",
      summary = "List registered KPIs",
      description = "The KPIs that may be put into groups, up to the page maximum, by id.")
  public RestResponse<KpiPage> list() {
    return api.serve(
        LIST_KPIS,
        request -> {
          var parameters = new ListParameters<>(request, FIELDS);
          request.valid();
          ListQuery<KpiField> query = ListQuery.kpis(parameters.order(), parameters.range());
          Page<Kpi> page = register.list(request.call(), query);
          return parameters.link(ResponseBuilder.ok(KpiPage.of(page)), page).build();
        });
  }

  @GET
  @Path("/{kpiId}")
  @Produces(MediaTypes.JSON)
  @Operation(
      operationId = "getKpi",
      summary = "Get a registered KPI",
      description = "One KPI. With If-None-Match, 304 if it is still as the tag says.")
  public RestResponse<KpiView> get(@PathParam("kpiId") String kpiId) {
    return api.serve(
        GET_KPI,
        request -> {
          Input<KpiId> id = request.path("kpiId", kpiId, KpiId::new);
          Input<Predicate<String>> noneMatch = EntityTags.ifNoneMatch(request);
          request.valid();
          Kpi kpi = register.get(request.call(), id.get());
          return noneMatch.get().test(EntityTags.of(kpi))
              ? KpiAnswers.notModified(kpi)
              : KpiAnswers.of(Status.OK, kpi);
        });
  }

  @PUT
  @Path("/{kpiId}")
  @Consumes(MediaTypes.JSON)
  @Produces(MediaTypes.JSON)
  @RequestBody(
      required = true,
      content =
          @Content(mediaType = MediaTypes.JSON, schema = @Schema(implementation = KpiWrite.class)))
  @Operation(
      operationId = "registerKpi",
      summary = "Register a KPI",
      description =
          "Enters a KPI into the register, or replaces its entry. With If-None-Match: * it is only"
              + " entered, with If-Match only replaced.")
  public RestResponse<KpiView> put(@PathParam("kpiId") String kpiId) {
    return api.serve(
        REGISTER_KPI,
        request -> {
          Input<KpiId> id = request.path("kpiId", kpiId, KpiId::new);
          Input<RevisionMatch> match = EntityTags.ifMatch(request);
          Input<RevisionMatch> noneMatch = EntityTags.ifNoRevisionMatches(request);
          KpiWrite.Inputs entry = KpiWrite.read(request);
          request.valid();
          Registration registration =
              register.put(
                  request.call(),
                  id.get(),
                  entry.name().get(),
                  entry.owners().get(),
                  new KpiCondition(match.get(), noneMatch.get()));
          Status status = registration.isNew() ? Status.CREATED : Status.OK;
          return KpiAnswers.of(status, registration.kpi());
        });
  }

  @DELETE
  @Path("/{kpiId}")
  @Operation(
      operationId = "unregisterKpi",
      summary = "Remove a KPI from the register",
      description = "The KPI stays in its groups.")
  public RestResponse<Void> remove(@PathParam("kpiId") String kpiId) {
    return api.serve(
        UNREGISTER_KPI,
        request -> {
          Input<KpiId> id = request.path("kpiId", kpiId, KpiId::new);
          Input<RevisionMatch> match = EntityTags.ifMatch(request);
          Input<RevisionMatch> noneMatch = EntityTags.ifNoRevisionMatches(request);
          request.valid();
          KpiCondition expected = new KpiCondition(match.get(), noneMatch.get());
          register.remove(request.call(), id.get(), expected);
          return RestResponse.ok();
        });
  }
}
