package io.kpigroups.adapter.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.rest.input.ApiRequest;
import io.kpigroups.adapter.rest.problem.ProblemException;
import io.kpigroups.adapter.rest.problem.ProblemType;
import io.kpigroups.adapter.rest.support.Line;
import io.kpigroups.adapter.rest.support.Reading;
import io.kpigroups.adapter.rest.support.WebServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links behind a proxy that takes a prefix away; as Quarkus presents such a request. */
class ForwardedPrefixTest {
  private static final String ASKED = "GET /api/v1/kpis/groups?skip=1";

  @Test
  void whatAProblemAndAListSayOfTheirPlaceIsAsTheSenderKnowsIt() {
    assertThat(
            seen(
                ASKED,
                "/kpi",
                http ->
                    new ProblemMapper()
                        .map(new ProblemException(ProblemType.NOT_PERMITTED), http)
                        .getEntity()
                        .instance()))
        .isEqualTo("/kpi/api/v1/kpis/groups");
    assertThat(seen(ASKED, "/a/b", http -> request(http).path()))
        .isEqualTo("/a/b/api/v1/kpis/groups");
    assertThat(seen(ASKED, "/kpi", http -> request(http).prefix())).isEqualTo("/kpi");
  }

  @Test
  void aPrefixMayBeLong() {
    String prefix = "/" + "p".repeat(3_000) + "/q".repeat(1_000);
    assertThat(seen(ASKED, prefix, http -> request(http).prefix())).isEqualTo(prefix);
  }

  @Test
  void withoutAPrefixThePathStaysAsItIs() {
    for (String asked :
        List.of("GET /api/v1/kpis", "GET /api/v1/kpis?", "GET /api/v1/kpis?a=/api/v1/kpis")) {
      assertThat(seen(asked, "", http -> request(http).path())).isEqualTo("/api/v1/kpis");
      assertThat(seen(asked, "/p", http -> request(http).path())).isEqualTo("/p/api/v1/kpis");
    }
    assertThat(seen("GET http://evil.example/api/v1/kpis", "", http -> request(http).path()))
        .isEqualTo("/api/v1/kpis");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example",
        "/a//b",
        "/..",
        "/a/../..",
        "/.",
        "/a>; rel=\"next\", <http://evil.example",
        "/a\"b",
        "/a b",
        "/a, /b",
        "/a;b",
        "/\\evil.example",
        "/%2",
        "/ä",
        "http://evil.example"
      })
  void aPrefixThatIsNoPlainPathIsLeftOut(String prefix) {
    assertThat(seen(ASKED, prefix, http -> request(http).path())).isEqualTo("/api/v1/kpis/groups");
  }

  private static ApiRequest request(RoutingContext http) {
    return new ApiRequest(http, Reading.ANN);
  }

  private static String seen(String asked, String prefix, Function<RoutingContext, String> look) {
    return WebServer.during(Line.head(asked), http -> look.apply(behind(http, prefix)));
  }

  private static RoutingContext behind(RoutingContext http, String prefix) {
    HttpServerRequest request = http.request();
    return standIn(
        RoutingContext.class,
        http,
        "request",
        standIn(HttpServerRequest.class, request, "uri", prefix + request.uri()));
  }

  /** The same object but for what one method answers. */
  private static <T> T standIn(Class<T> type, T real, String method, Object answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, called, arguments) ->
                called.getName().equals(method) ? answer : called.invoke(real, arguments)));
  }
}
