package org.acme.kpigroups.api;

import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Checks that the token is for the account that the request names. */
public class CallerFilter {
  @Inject JsonWebToken token;
  @Inject Caller caller;

  @ServerRequestFilter
  public void readCaller(ContainerRequestContext request) {
    if (token.getRawToken() == null) {
      return; // The roles that the methods need refuse it.
    }
    String account = request.getHeaderString("gtmhub-accountId");
    if (account == null || account.isBlank()) {
      throw new BadRequestException("The header gtmhub-accountId is missing.");
    }
    Optional<JsonArray> accounts = token.claim("accounts");
    if (accounts.stream()
        .flatMap(list -> list.getValuesAs(JsonString.class).stream())
        .noneMatch(each -> each.getString().equals(account))) {
      throw new ForbiddenException("The token is not for this account.");
    }
    caller.is(account, token.getSubject());
  }

  @ServerExceptionMapper
  public Response refusal(WebApplicationException refusal) {
    return Response.fromResponse(refusal.getResponse())
        .type("application/json")
        .entity(Map.of("message", refusal.getMessage()))
        .build();
  }
}
