package io.kpigroups.adapter.rest.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.rest.problem.ProblemType;
import io.kpigroups.adapter.rest.support.Behind;
import io.kpigroups.adapter.rest.support.Edge;
import io.kpigroups.adapter.rest.support.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a path takes, for whoever asks. */
class OptionsTest {
  private static final Behind BEHIND = new Behind();
  private static final Edge EDGE = new Edge(BEHIND);

  @AfterAll
  static void close() {
    EDGE.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/v1/kpis/groups | GET, HEAD, OPTIONS, POST",
        "/api/v1/kpis/groups/ | GET, HEAD, OPTIONS, POST",
        "/api/v1/kpis/groups/g | DELETE, GET, HEAD, OPTIONS, PATCH",
        "/api/v1/kpis/groups/g/favorite | DELETE, OPTIONS, PUT",
        "/api/v1/kpis/k/groups/g | DELETE, OPTIONS, PUT",
        "/api/v1/kpis | GET, HEAD, OPTIONS",
        "/api/v1/kpis/k?x=1 | DELETE, GET, HEAD, OPTIONS, PUT"
      })
  void aPathTellsEveryMethodThatWorksThereWithoutAToken(String path, String allowed) {
    Reply reply = EDGE.ask("OPTIONS " + path, "Accept: text/html").has(204);

    assertThat(reply.header("Allow")).isEqualTo(allowed);
    assertThat(reply.body()).isEmpty();
    assertThat(BEHIND.isIdle()).isTrue();
  }

  @Test
  void aPathThatThereIsNotTellsNothing() {
    EDGE.ask("OPTIONS /api/v1/nope").isProblem(ProblemType.PATH_NOT_FOUND);
  }
}
