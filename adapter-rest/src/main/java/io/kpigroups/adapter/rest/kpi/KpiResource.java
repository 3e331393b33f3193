package io.kpigroups.adapter.rest.kpi;

import io.kpigroups.adapter.rest.call.OperationRunner;
import io.kpigroups.adapter.rest.call.TaggedAnswer;
import io.kpigroups.adapter.rest.http.JsonContent;
import io.kpigroups.adapter.rest.input.ApiRequest;
import io.kpigroups.adapter.rest.input.EntityTags;
import io.kpigroups.adapter.rest.input.JsonBody;
import io.kpigroups.adapter.rest.list.FilterParameters;
import io.kpigroups.adapter.rest.list.ListParameters;
import io.kpigroups.application.port.in.KpiRegister;
import io.kpigroups.application.port.in.KpiRegister.Registration;
import io.kpigroups.domain.cursor.ListScope;
import io.kpigroups.domain.filter.SearchText;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiCondition;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.KpiField;
import io.kpigroups.domain.query.KpiFilter;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Owner;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import io.kpigroups.domain.value.UserId;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
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
  @Produces(MediaType.APPLICATION_JSON)
  public RestResponse<JsonContent> list() {
    return runner.run(
        request -> {
          Supplier<KpiFilter> filter = filter(request);
          var list =
              new ListParameters<>(
                  request,
                  KpiField.values(),
                  ListQuery::kpis,
                  () -> ListScope.of(request.call().namedAccount(), filter.get()));
          request.valid();
          return list.answer(
              register.list(request.call(), filter.get(), list.query()),
              kpi -> kpi,
              KpiView::write);
        });
  }

  @GET
  @Path("/{kpiId}")
  @Produces(MediaType.APPLICATION_JSON)
  public RestResponse<JsonContent> get(@PathParam("kpiId") String kpiId) {
    return runner.run(
        request -> {
          Supplier<KpiId> id = request.path("kpiId", kpiId, KpiId::new);
          Supplier<Predicate<String>> known = EntityTags.ifNoneMatch(request);
          request.valid();
          Kpi kpi = register.get(request.call(), id.get());
          return TaggedAnswer.read(
              EntityTags.of(kpi.revision(), false), KpiView.of(kpi), known.get());
        });
  }

  @PUT
  @Path("/{kpiId}")
  @Produces(MediaType.APPLICATION_JSON)
  public RestResponse<JsonContent> put(@PathParam("kpiId") String kpiId) {
    return runner.run(
        request -> {
          Supplier<KpiId> id = request.path("kpiId", kpiId, KpiId::new);
          Supplier<KpiCondition> expected = condition(request);
          JsonBody body = request.body().allow(Set.of("name", "ownerIds"), Set.of("id"));
          Supplier<Name> name = body.text("name", Name::new);
          Supplier<List<UserId>> owners = body.texts("ownerIds", UserId::new, Kpi.MAX_OWNERS);
          request.valid();
          Registration registration =
              register.put(request.call(), id.get(), name.get(), owners.get(), expected.get());
          Kpi kpi = registration.kpi();
          Status status = registration.isNew() ? Status.CREATED : Status.OK;
          return TaggedAnswer.of(status, EntityTags.of(kpi.revision(), false), KpiView.of(kpi))
              .build();
        });
  }

  @DELETE
  @Path("/{kpiId}")
  public RestResponse<Void> remove(@PathParam("kpiId") String kpiId) {
    return runner.run(
        request -> {
          Supplier<KpiId> id = request.path("kpiId", kpiId, KpiId::new);
          Supplier<KpiCondition> expected = condition(request);
          request.valid();
          register.remove(request.call(), id.get(), expected.get());
          return RestResponse.ok();
        });
  }

  private static Supplier<KpiFilter> filter(ApiRequest request) {
    Supplier<Optional<SearchText>> search =
        FilterParameters.search(request, Optional::of, Optional.empty());
    Supplier<Optional<Owner>> owner =
        request.query("owner", text -> Optional.of(owner(text)), Optional.empty());
    Supplier<Boolean> ungrouped = request.flag("ungrouped", asked -> asked, false);
    return () -> new KpiFilter(search.get(), owner.get(), ungrouped.get());
  }

  private static Owner owner(String text) {
    return text.equals("me") ? Owner.CALLER : new Owner.Named(new UserId(text));
  }

  private static Supplier<KpiCondition> condition(ApiRequest request) {
    Supplier<RevisionMatch> match = EntityTags.revisions(request, "If-Match");
    Supplier<RevisionMatch> noneMatch = EntityTags.revisions(request, "If-None-Match");
    return () -> new KpiCondition(match.get(), noneMatch.get());
  }
}
