package com.example.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.spring.GroupController.Group;
import com.example.spring.GroupController.GroupName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

class GroupApiTest extends ApiTest {
  @BeforeEach
  void begin() {
    deleteAll();
  }

  @Test
  void aGroupIsMadeRenamedAndDeleted() {
    String path = created("Sales");

    send("ann", HttpMethod.PATCH, path, new GroupName(" Sales, Europe ")).expectStatus().isOk();

    Group renamed = get("bob", path);
    assertThat(renamed.name()).isEqualTo("Sales, Europe");
    assertThat(renamed.createdBy()).isEqualTo("ann");
    as("ann", HttpMethod.DELETE, path).expectStatus().isOk();
    assertProblem(as("bob", HttpMethod.GET, path), 404, "GroupNotFound");
  }

  @Test
  void aListComesByThePage() {
    created("One");
    created("Two");
    created("Three");

    Groups first = list("bob", "?limit=2");
    Groups last = list("bob", "?skip=2&limit=2");

    assertThat(first.items()).hasSize(2);
    assertThat(first.hasNext()).isTrue();
    assertThat(last.items()).hasSize(1).doesNotContainAnyElementsOf(first.items());
    assertThat(last.hasNext()).isFalse();
    assertThat(last.total()).isEqualTo(3);
  }

  @Test
  void aFavoriteIsThatOfTheUser() {
    String path = created("Sales");

    as("bob", HttpMethod.PUT, path + "/favorite").expectStatus().isOk();

    assertThat(get("bob", path).favorite()).isTrue();
    assertThat(get("ann", path).favorite()).isFalse();
    as("bob", HttpMethod.DELETE, path + "/favorite").expectStatus().isOk();
    assertThat(get("bob", path).favorite()).isFalse();
  }

  @Test
  void aKpiIsPutInAndTakenOut() {
    String kpis = created("Sales") + "/kpis";

    as("ann", HttpMethod.PUT, kpis + "/revenue").expectStatus().isOk();
    as("bob", HttpMethod.GET, kpis).expectBody().jsonPath("$.items[0]").isEqualTo("revenue");

    as("ann", HttpMethod.DELETE, kpis + "/revenue").expectStatus().isOk();
    as("bob", HttpMethod.GET, kpis).expectBody().jsonPath("$.items").isEmpty();
  }
}
