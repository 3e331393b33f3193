package org.acme.kpigroups.api;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/kpis/groups")
@RolesAllowed("kpis:manage")
public class GroupResource {
  @Inject Groups groups;
  @Inject Members members;

  @GET
  @RolesAllowed({"kpis:read", "kpis:manage"})
  public RestResponse<PageView<GroupView>> list(
      @RestQuery @DefaultValue("1000") @Min(1) @Max(1000) int limit,
      @RestQuery @DefaultValue("id") @Pattern(regexp = "id|name") String sort,
      @RestQuery String q,
      @RestQuery Boolean favorite,
      @RestQuery String cursor,
      UriInfo uri) {
    ListQuery query = ListQuery.of(limit, sort, q, favorite, cursor);
    PageView<GroupView> page = groups.list(query);
    ResponseBuilder<PageView<GroupView>> answer = ResponseBuilder.ok(page);
    if (page.hasNext()) {
      String next = query.cursor(page.items().get(page.count() - 1));
      URI here = uri.getRequestUriBuilder().replaceQueryParam("cursor", next).build();
      answer.header("Link", "<" + here.getRawPath() + "?" + here.getRawQuery() + ">; rel=\"next\"");
    }
    return answer.build();
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({"kpis:read", "kpis:manage"})
  public GroupView get(String id) {
    return groups.get(id);
  }

  @POST
  public RestResponse<GroupView> create(@NotNull @Valid NameBody body) {
    GroupView made = groups.create(body.name());
    return ResponseBuilder.create(RestResponse.Status.CREATED, made)
        .header("Location", "/api/v1/kpis/groups/" + made.id())
        .build();
  }

  @PATCH
  @Path("/{id}")
  public GroupView rename(String id, @NotNull @Valid NameBody body) {
    return groups.rename(id, body.name());
  }

  @DELETE
  @Path("/{id}")
  public RestResponse<Void> delete(String id) {
    groups.delete(id);
    return RestResponse.ok();
  }

  @PUT
  @Path("/{id}/favorite")
  @Authenticated
  public RestResponse<Void> addFavorite(String id) {
    groups.addFavorite(id);
    return RestResponse.ok();
  }

  @DELETE
  @Path("/{id}/favorite")
  @Authenticated
  public RestResponse<Void> removeFavorite(String id) {
    groups.removeFavorite(id);
    return RestResponse.ok();
  }

  @GET
  @Path("/{id}/kpis")
  @RolesAllowed({"kpis:read", "kpis:manage"})
  public PageView<MemberView> listMembers(
      String id, @RestQuery @DefaultValue("1000") @Min(1) @Max(1000) int limit) {
    return members.list(id, limit);
  }

  @POST
  @Path("/{id}/kpis/batch")
  public BatchBody.Result change(String id, @NotNull BatchBody body) {
    return members.change(id, body);
  }
}
