package io.kpigroups.adapter.rest.group;

import io.kpigroups.adapter.rest.call.OperationRunner;
import io.kpigroups.adapter.rest.http.JsonContent;
import io.kpigroups.adapter.rest.input.ApiRequest;
import io.kpigroups.adapter.rest.input.JsonBody;
import io.kpigroups.adapter.rest.list.ListParameters;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.in.GroupMembership;
import io.kpigroups.domain.cursor.ListScope;
import io.kpigroups.domain.group.KpiBatch;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.MemberField;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;

/** The KPIs in a group. */
@Path("/api/v1/kpis")
public class MembershipResource {
  private final OperationRunner runner;
  private final GroupMembership membership;

  public MembershipResource(OperationRunner runner, GroupMembership membership) {
    this.runner = runner;
    this.membership = membership;
  }

  @GET
  @Path("/groups/{groupId}/kpis")
  @Produces(MediaType.APPLICATION_JSON)
  public RestResponse<JsonContent> list(@PathParam("groupId") String groupId) {
    return runner.run(
        request -> {
          Supplier<KpiGroupId> group = request.path("groupId", groupId, KpiGroupId::new);
          var list =
              new ListParameters<>(
                  request,
                  MemberField.values(),
                  ListQuery::members,
                  () -> ListScope.of(request.call().namedAccount(), group.get()));
          request.valid();
          return list.answer(
              membership.list(request.call(), group.get(), list.query()),
              member -> member,
              MemberView::write);
        });
  }

  @POST
  @Path("/groups/{groupId}/kpis/batch")
  @Produces(MediaType.APPLICATION_JSON)
  public RestResponse<JsonContent> change(@PathParam("groupId") String groupId) {
    return runner.run(
        request -> {
          Supplier<KpiGroupId> group = request.path("groupId", groupId, KpiGroupId::new);
          Supplier<KpiBatch> batch = batch(request);
          request.valid();
          return RestResponse.ok(
              KpiBatchView.of(membership.change(request.call(), group.get(), batch.get())));
        });
  }

  /** What is wrong with ids is told, and besides what is wrong with the others together. */
  private static Supplier<KpiBatch> batch(ApiRequest request) {
    JsonBody body =
        request.body().allow(Set.of("add", "remove"), Set.of()).requireOneOf("add", "remove");
    List<KpiId> add = body.readable("add", KpiId::new);
    List<KpiId> remove = body.readable("remove", KpiId::new);
    return request.check("body", "", () -> new KpiBatch(add, remove));
  }

  @PUT
  @Path("/{kpiId}/groups/{groupId}")
  public RestResponse<Void> add(
      @PathParam("kpiId") String kpiId, @PathParam("groupId") String groupId) {
    return change(kpiId, groupId, membership::add);
  }

  @DELETE
  @Path("/{kpiId}/groups/{groupId}")
  public RestResponse<Void> remove(
      @PathParam("kpiId") String kpiId, @PathParam("groupId") String groupId) {
    return change(kpiId, groupId, membership::remove);
  }

  private RestResponse<Void> change(String kpiId, String groupId, Change change) {
    return runner.run(
        request -> {
          Supplier<KpiId> kpi = request.path("kpiId", kpiId, KpiId::new);
          Supplier<KpiGroupId> group = request.path("groupId", groupId, KpiGroupId::new);
          request.valid();
          change.make(request.call(), kpi.get(), group.get());
          return RestResponse.ok();
        });
  }

  private interface Change {
    void make(Call call, KpiId kpi, KpiGroupId group);
  }
}
