package com.example.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.ProblemDetail;
import org.springframework.test.context.TestPropertySource;

/** Requests whose time is over when they come to the store. */
@TestPropertySource(properties = "kpi-groups.budget=0s")
class RequestBudgetTest extends ApiTest {
  @Test
  void theStoreKeepsTheBudgetOfTheRequest() {
    ProblemDetail problem =
        assertProblem(as("ann", HttpMethod.GET, "/groups"), 503, "StorageUnavailable");

    assertThat(problem.getDetail())
        .isEqualTo("The time for this request was over before its work was done.");
  }
}
