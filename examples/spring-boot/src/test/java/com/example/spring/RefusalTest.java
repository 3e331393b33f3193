package com.example.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ProblemDetail;

class RefusalTest extends ApiTest {
  @BeforeEach
  void begin() {
    deleteAll();
  }

  @Test
  void aGroupOfAnotherAccountIsNotThere() {
    String path = created("Sales");

    ProblemDetail foreign = assertProblem(as("eve", HttpMethod.GET, path), 404, "GroupNotFound");
    ProblemDetail none = assertProblem(as("eve", HttpMethod.GET, NO_GROUP), 404, "GroupNotFound");

    assertThat(foreign.getDetail()).isEqualTo(none.getDetail());
    assertProblem(as("eve", HttpMethod.DELETE, path), 404, "GroupNotFound");
    assertProblem(as("eve", HttpMethod.PUT, path + "/favorite"), 404, "GroupNotFound");
    assertProblem(as("eve", HttpMethod.PUT, path + "/kpis/revenue"), 404, "GroupNotFound");
    assertThat(list("eve", "").total()).isZero();
  }

  @Test
  void whoMayReadCannotManage() {
    String path = created("Sales");

    assertProblem(create("bob", "Mine"), 403, "NotPermitted");
    assertProblem(as("bob", HttpMethod.DELETE, path), 403, "NotPermitted");
    assertProblem(as("bob", HttpMethod.PUT, path + "/kpis/revenue"), 403, "NotPermitted");
  }

  @Test
  void withoutCredentialsNothingIsAnswered() {
    client
        .get()
        .uri("/groups")
        .exchange()
        .expectStatus()
        .isUnauthorized()
        .expectHeader()
        .exists(HttpHeaders.WWW_AUTHENTICATE);
    as("nobody", HttpMethod.GET, "/groups").expectStatus().isUnauthorized();
  }

  @Test
  void whatIsMalformedIsRefused() {
    assertProblem(as("ann", HttpMethod.GET, "/groups/1"), 400, "InvalidInput");
    assertProblem(as("ann", HttpMethod.GET, "/groups?limit=0"), 400, "InvalidInput");
    assertProblem(as("ann", HttpMethod.PUT, NO_GROUP + "/kpis/groups"), 400, "InvalidInput");
    assertProblem(create("ann", " "), 400, "InvalidInput");
    as("ann", HttpMethod.GET, "/groups?limit=few").expectStatus().isBadRequest();
    send("ann", HttpMethod.POST, "/groups", Map.of()).expectStatus().isBadRequest();
    send("ann", HttpMethod.POST, "/groups", "{").expectStatus().isBadRequest();
  }

  @Test
  void aFullAccountIsAConflict() {
    created("One");
    created("Two");
    created("Three");

    assertProblem(create("ann", "Four"), 409, "LimitReached");
  }
}
