package io.kpigroups.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.adapter.rest.Authenticator.Unauthenticated;
import io.kpigroups.domain.access.Actor;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ForwardedTokenTest {
  private static final Actor SOMEBODY = Actor.delegated(Optional.empty());

  @Test
  void theTokenOfTheCurrentRequestIsPassedOnInTheUsualForm() {
    assertThat(forwarded("bearer  a.b.c ")).isEqualTo("Bearer a.b.c");
  }

  @Test
  void nothingElseThatARequestSentIsPassedOn() {
    assertThatThrownBy(() -> forwarded("Basic YTpi")).isInstanceOf(Unauthenticated.class);
    assertThatThrownBy(() -> forwarded(null)).isInstanceOf(Unauthenticated.class);
  }

  private static String forwarded(String header) {
    MultiMap fields = MultiMap.caseInsensitiveMultiMap();
    if (header != null) {
      fields.add("Authorization", header);
    }
    HttpServerRequest request =
        StandIn.of(HttpServerRequest.class, Map.of("headers", none -> fields));
    CurrentVertxRequest current = new CurrentVertxRequest();
    current.setCurrent(StandIn.of(RoutingContext.class, Map.of("request", none -> request)));
    return new ForwardedToken(current).authorization(SOMEBODY);
  }
}
