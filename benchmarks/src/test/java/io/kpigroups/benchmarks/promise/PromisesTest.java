package io.kpigroups.benchmarks.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.benchmarks.load.Api;
import io.kpigroups.benchmarks.load.TestServer;
import io.kpigroups.benchmarks.load.Tokens;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PromisesTest {

  @Test
  void tellsWhatAServerThatTakesEverythingBreaks() throws IOException {
    try (TestServer server =
        new TestServer(
            request ->
                request.response().setStatusCode(200).end("{\"id\":\"x\",\"favorite\":true}"))) {
      assertThat(new Promises(new Api(server.port()), Tokens.issuer()).broken())
          .contains(
              "POST /kpis/groups is answered 200, not 201.",
              "A group has the properties [favorite, id].",
              "An id is not 24 hex digits.",
              "GET /kpis/groups/x is answered 200, not 401.",
              "GET /kpis/groups/x is answered 200, not 403.",
              "GET /kpis/groups/x is answered 200, not 404.",
              "A list has groups of another account.",
              "A favorite is seen by another user.",
              "The members are not those that were put in.");
    }
  }
}
