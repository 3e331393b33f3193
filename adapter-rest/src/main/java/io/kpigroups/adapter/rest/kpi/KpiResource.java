package io.kpigroups.adapter.rest.kpi;

import io.kpigroups.adapter.rest.call.OperationRunner;
import io.kpigroups.adapter.rest.call.TaggedAnswer;
import io.kpigroups.adapter.rest.http.MediaTypes;
import io.kpigroups.adapter.rest.input.EntityTags;
import io.kpigroups.adapter.rest.input.Input;
import io.kpigroups.adapter.rest.input.JsonBody;
import io.kpigroups.adapter.rest.list.ListParameters;
import io.kpigroups.adapter.rest.list.PageView;
import io.kpigroups.application.port.in.KpiRegister;
import io.kpigroups.application.port.in.KpiRegister.Registration;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiCondition;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.KpiField;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import io.kpigroups.domain.value.UserId;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** The register of KPIs that may be grouped. */
@Path("/api/v1/kpis")
public class KpiResource {
  private final OperationRunner runner;
  private final KpiRegister register;

  public KpiResource(OperationRunner runner, KpiRegister register) {
    this.runner = runner;
    this.register = register;
  }

  @GET
  @Produces(MediaTypes.JSON)
  public RestResponse<PageView<KpiView>> list() {
    return runner.run(
        request -> {
          var list = new ListParameters<>(request, KpiField.values());
          request.valid();
          Page<Kpi> page =
              register.list(request.call(), ListQuery.kpis(list.order(), list.range()));
          return list.answer(page, KpiView::of);
        });
  }

  @GET
  @Path("/{kpiId}")
  @Produces(MediaTypes.JSON)
  public RestResponse<KpiView> get(@PathParam("kpiId") String kpiId) {
    return runner.run(
        request -> {
          Input<KpiId> id = request.path("kpiId", kpiId, KpiId::new);
          Input<Predicate<String>> known = EntityTags.ifNoneMatch(request);
          request.valid();
          Kpi kpi = register.get(request.call(), id.get());
          return TaggedAnswer.read(EntityTags.of(kpi), KpiView.of(kpi), known.get());
        });
  }

  @PUT
  @Path("/{kpiId}")
  @Produces(MediaTypes.JSON)
  public RestResponse<KpiView> put(@PathParam("kpiId") String kpiId) {
    return runner.run(
        request -> {
          Input<KpiId> id = request.path("kpiId", kpiId, KpiId::new);
          Input<RevisionMatch> match = EntityTags.ifMatch(request);
          Input<RevisionMatch> noneMatch = EntityTags.ifNoRevisionMatches(request);
          JsonBody body = request.body().allow(Set.of("name", "ownerIds"), Set.of("id"));
          Input<Name> name = body.text("name", Name::new);
          Input<List<UserId>> owners = body.texts("ownerIds", UserId::new, Kpi.MAX_OWNERS);
          request.valid();
          Registration registration =
              register.put(
                  request.call(),
                  id.get(),
                  name.get(),
                  owners.get(),
                  new KpiCondition(match.get(), noneMatch.get()));
          Kpi kpi = registration.kpi();
          Status status = registration.isNew() ? Status.CREATED : Status.OK;
          return TaggedAnswer.of(status, EntityTags.of(kpi), KpiView.of(kpi)).build();
        });
  }

  @DELETE
  @Path("/{kpiId}")
  public RestResponse<Void> remove(@PathParam("kpiId") String kpiId) {
    return runner.run(
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
