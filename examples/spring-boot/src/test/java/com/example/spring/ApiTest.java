package com.example.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.spring.GroupController.Group;
import com.example.spring.GroupController.GroupName;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.RequestBodySpec;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** The application on a port and in a folder of its own, with room for three groups an account. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "kpi-groups.folder=target/test-data/${random.uuid}",
      "kpi-groups.groups-per-account=3"
    })
@AutoConfigureRestTestClient
abstract class ApiTest {
  static final String NO_GROUP = "/groups/0123456789abcdef01234567";

  /** A page of groups, as a client reads it. */
  record Groups(List<Group> items, long total, boolean hasNext) {}

  @Autowired RestTestClient client;

  ResponseSpec as(String user, HttpMethod method, String path) {
    return request(user, method, path).exchange();
  }

  ResponseSpec send(String user, HttpMethod method, String path, Object body) {
    return request(user, method, path)
        .contentType(MediaType.APPLICATION_JSON)
        .body(body)
        .exchange();
  }

  private RequestBodySpec request(String user, HttpMethod method, String path) {
    return client.method(method).uri(path).headers(headers -> headers.setBasicAuth(user, user));
  }

  ResponseSpec create(String user, String name) {
    return send(user, HttpMethod.POST, "/groups", new GroupName(name));
  }

  /** The path of a new group of ann. */
  String created(String name) {
    Group group = body(create("ann", name).expectStatus().isCreated(), Group.class);
    return "/groups/" + group.id();
  }

  Group get(String user, String path) {
    return body(as(user, HttpMethod.GET, path).expectStatus().isOk(), Group.class);
  }

  Groups list(String user, String query) {
    return body(as(user, HttpMethod.GET, "/groups" + query).expectStatus().isOk(), Groups.class);
  }

  void deleteAll() {
    for (Group group : list("ann", "").items()) {
      as("ann", HttpMethod.DELETE, "/groups/" + group.id()).expectStatus().isOk();
    }
  }

  static ProblemDetail assertProblem(ResponseSpec answer, int status, String failure) {
    answer.expectStatus().isEqualTo(status);
    answer.expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
    ProblemDetail problem = body(answer, ProblemDetail.class);
    assertThat(problem.getType()).hasToString("urn:problem:" + failure);
    assertThat(problem.getDetail()).isNotBlank();
    return problem;
  }

  private static <T> T body(ResponseSpec answer, Class<T> type) {
    T body = answer.expectBody(type).returnResult().getResponseBody();
    assertThat(body).isNotNull();
    return body;
  }
}
