package io.kpigroups.adapter.client;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * The upstream API as the reference has it. A parameter that is null is not sent.
 *
 * <p>Each call is a {@link Uni} of this room only: whoever waits for it can give up, and with that
 * the connection is closed, whatever upstream goes on doing.
 */
@Path("kpis")
@Produces({"application/json", "application/problem+json"})
public interface UpstreamApi {
  String AUTHORIZATION = "Authorization";
  String ACCOUNT = "gtmhub-accountId";

  @GET
  @Path("groups")
  Uni<Response> listGroups(
      @HeaderParam(AUTHORIZATION) @Nullable String token,
      @HeaderParam(ACCOUNT) @Nullable String account,
      @QueryParam("skip") @Nullable Integer skip,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("sort") @Nullable String sort);

  @GET
  @Path("groups/{group}")
  Uni<Response> getGroup(
      @HeaderParam(AUTHORIZATION) String token,
      @HeaderParam(ACCOUNT) @Nullable String account,
      @PathParam("group") String group);

  @POST
  @Path("groups")
  @Consumes("application/json")
  Uni<Response> createGroup(
      @HeaderParam(AUTHORIZATION) String token,
      @HeaderParam(ACCOUNT) @Nullable String account,
      byte[] json);

  @PATCH
  @Path("groups/{group}")
  @Consumes("application/json")
  Uni<Response> renameGroup(
      @HeaderParam(AUTHORIZATION) String token,
      @HeaderParam(ACCOUNT) @Nullable String account,
      @PathParam("group") String group,
      @HeaderParam("If-Match") @Nullable String expected,
      byte[] json);

  @DELETE
  @Path("groups/{group}")
  Uni<Response> deleteGroup(
      @HeaderParam(AUTHORIZATION) String token,
      @HeaderParam(ACCOUNT) @Nullable String account,
      @PathParam("group") String group,
      @HeaderParam("If-Match") @Nullable String expected);

  @PUT
  @Path("groups/{group}/favorite")
  Uni<Response> favoriteGroup(
      @HeaderParam(AUTHORIZATION) String token,
      @HeaderParam(ACCOUNT) @Nullable String account,
      @PathParam("group") String group);

  @DELETE
  @Path("groups/{group}/favorite")
  Uni<Response> unfavoriteGroup(
      @HeaderParam(AUTHORIZATION) String token,
      @HeaderParam(ACCOUNT) @Nullable String account,
      @PathParam("group") String group);

  @PUT
  @Path("{kpi}/groups/{group}")
  Uni<Response> addKpi(
      @HeaderParam(AUTHORIZATION) String token,
      @HeaderParam(ACCOUNT) @Nullable String account,
      @PathParam("kpi") String kpi,
      @PathParam("group") String group);

  @DELETE
  @Path("{kpi}/groups/{group}")
  Uni<Response> removeKpi(
      @HeaderParam(AUTHORIZATION) String token,
      @HeaderParam(ACCOUNT) @Nullable String account,
      @PathParam("kpi") String kpi,
      @PathParam("group") String group);

  @GET
  Uni<Response> listKpis(
      @HeaderParam(AUTHORIZATION) String token,
      @HeaderParam(ACCOUNT) @Nullable String account,
      @QueryParam("skip") @Nullable Integer skip,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("sort") @Nullable String sort);

  @GET
  @Path("{kpi}")
  Uni<Response> getKpi(
      @HeaderParam(AUTHORIZATION) String token,
      @HeaderParam(ACCOUNT) @Nullable String account,
      @PathParam("kpi") String kpi);
}
