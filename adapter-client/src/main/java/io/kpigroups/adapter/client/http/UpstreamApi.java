package io.kpigroups.adapter.client.http;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * The upstream API as the reference documents it, and what a service like this one has besides. A
 * header that is null is not sent.
 *
 * <p>Every method returns a {@link Uni}, because only a {@link Uni} can be cancelled: that closes
 * the connection, whatever upstream goes on doing.
 */
@Path("kpis")
@Produces({"application/json", "application/problem+json"})
@Consumes("application/json")
public interface UpstreamApi {

  @GET
  @Path("groups")
  Uni<Response> listGroups(@BeanParam CallerHeaders caller, @RestQuery Map<String, String> part);

  @GET
  @Path("groups/{group}")
  Uni<Response> getGroup(@BeanParam CallerHeaders caller, @RestPath String group);

  @POST
  @Path("groups")
  Uni<Response> createGroup(@BeanParam CallerHeaders caller, String json);

  @POST
  @Path("groups")
  Uni<Response> createGroupOnce(
      @BeanParam CallerHeaders caller, @HeaderParam("Idempotency-Key") String key, String json);

  @PATCH
  @Path("groups/{group}")
  Uni<Response> renameGroup(
      @BeanParam CallerHeaders caller,
      @RestPath String group,
      @HeaderParam("If-Match") @Nullable String expected,
      String json);

  @DELETE
  @Path("groups/{group}")
  Uni<Response> deleteGroup(
      @BeanParam CallerHeaders caller,
      @RestPath String group,
      @HeaderParam("If-Match") @Nullable String expected);

  @POST
  @Path("groups/{group}/restore")
  Uni<Response> restoreGroup(@BeanParam CallerHeaders caller, @RestPath String group);

  @PUT
  @Path("groups/{group}/favorite")
  Uni<Response> favoriteGroup(@BeanParam CallerHeaders caller, @RestPath String group);

  @DELETE
  @Path("groups/{group}/favorite")
  Uni<Response> unfavoriteGroup(@BeanParam CallerHeaders caller, @RestPath String group);

  @GET
  @Path("groups/{group}/kpis")
  Uni<Response> listMembers(
      @BeanParam CallerHeaders caller, @RestPath String group, @RestQuery Map<String, String> part);

  @POST
  @Path("groups/{group}/kpis/batch")
  Uni<Response> changeMembers(@BeanParam CallerHeaders caller, @RestPath String group, String json);

  @PUT
  @Path("{kpi}/groups/{group}")
  Uni<Response> addKpi(
      @BeanParam CallerHeaders caller, @RestPath String kpi, @RestPath String group);

  @DELETE
  @Path("{kpi}/groups/{group}")
  Uni<Response> removeKpi(
      @BeanParam CallerHeaders caller, @RestPath String kpi, @RestPath String group);

  @GET
  @Path("{kpi}/groups")
  Uni<Response> listGroupsOf(
      @BeanParam CallerHeaders caller, @RestPath String kpi, @RestQuery Map<String, String> part);

  @GET
  Uni<Response> listKpis(@BeanParam CallerHeaders caller, @RestQuery Map<String, String> part);

  @GET
  @Path("{kpi}")
  Uni<Response> getKpi(@BeanParam CallerHeaders caller, @RestPath String kpi);
}
