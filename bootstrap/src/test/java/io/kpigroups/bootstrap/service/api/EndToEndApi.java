package io.kpigroups.bootstrap.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Client;
import io.kpigroups.bootstrap.service.client.Expect;
import io.kpigroups.bootstrap.service.client.User;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a request meets on all its way to the store, or to the service behind, and back. */
public interface EndToEndApi extends ServiceSuite {

  @Test
  default void theTraceIsThatOfTheCaller() {
    User ann = newUser();
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    String path = "/kpis/groups/" + Client.randomId();
    Answer traced = ann.with("traceparent", "00-" + trace + "-00f067aa0ba902b7-01").get(path);
    assertThat(traced.<String>path("traceId")).isEqualTo(trace);
    for (String nonsense : List.of("x", "00-" + "0".repeat(32) + "-00f067aa0ba902b7-01")) {
      assertThat(
              Expect.problem(ann.with("traceparent", nonsense).get(path), 404, "group-not-found")
                  .<String>path("traceId"))
          .isNotEqualTo("0".repeat(32));
    }
  }

  @Test
  default void aHeadIsAGetWithoutItsBody() {
    User ann = newUser();
    Answer head = ann.head("/kpis/groups/" + ann.newGroup("a")).has(200);
    assertThat(head.headerValue("ETag")).isEqualTo("\"1-0\"");
    assertThat(head.body()).isEmpty();
  }

  @Test
  default void whatCannotBeWrittenIsNotWritten() {
    User ann = newUser();
    String others = Client.randomId();
    Map<String, String> untouchable =
        Map.of(
            "id", others,
            "accountId", others,
            "createdById", "mallory",
            "modifiedById", "mallory",
            "dateCreated", "2001-01-01T00:00:00.000Z",
            "dateUpdated", "2001-01-01T00:00:00.000Z");
    String sent =
        untouchable.entrySet().stream()
            .map(entry -> "\"" + entry.getKey() + "\":\"" + entry.getValue() + "\"")
            .collect(Collectors.joining(",", "{\"name\":\"n\",\"favorite\":true,", "}"));
    Answer created = ann.post("/kpis/groups", sent).has(201);
    String path = "/kpis/groups/" + created.path("id");
    Answer renamed = ann.patch(path, sent.replace("\"n\"", "\"m\"")).has(200);
    for (Answer group : List.of(created, renamed, ann.get(path))) {
      assertThat(group.<String>path("accountId")).isEqualTo(ann.account());
      assertThat(group.<String>path("createdById")).isEqualTo("ann");
      assertThat(group.<Boolean>path("favorite")).isFalse();
      untouchable.forEach(
          (name, value) -> assertThat(group.<String>path(name)).as(name).isNotEqualTo(value));
    }
    String kpi = Client.randomId();
    ann.put("/kpis/" + kpi, "{\"id\":\"" + others + "\",\"name\":\"n\"}").has(201);
    assertThat(ann.get("/kpis").<List<String>>path("items.id")).containsExactly(kpi);
  }
}
