package io.kpigroups.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

/**
 * The samples of the reference as they stand there: a JSON content type on every request, with a
 * body or without, and the account header on all but the favorite operations.
 */
interface SamplesApi {

  @Test
  default void theSamplesOfTheReferenceRunAsTheyStand() {
    Client ann = Client.inNewAccount();
    String kpiId = ann.newKpi();
    String name = "{\"name\":\"string value\"}";
    Response created = sample(ann).body(name).post("/api/v1/kpis/groups");
    String groupId = Expect.status(created, 201).path("id");
    assertThat(created.<String>path("name")).isEqualTo("string value");
    Expect.status(sample(ann).get("/api/v1/kpis/groups"), 200);
    Expect.status(sample(ann).get("/api/v1/kpis/groups/" + groupId), 200);
    Expect.done(favoriteSample(ann).put("/api/v1/kpis/groups/" + groupId + "/favorite"));
    Expect.done(favoriteSample(ann).delete("/api/v1/kpis/groups/" + groupId + "/favorite"));
    Expect.done(sample(ann).put("/api/v1/kpis/groups/" + groupId + "/favorite"));
    Expect.done(sample(ann).put("/api/v1/kpis/" + kpiId + "/groups/" + groupId));
    Expect.done(sample(ann).delete("/api/v1/kpis/" + kpiId + "/groups/" + groupId));
    Expect.status(sample(ann).body(name).patch("/api/v1/kpis/groups/" + groupId), 200);
    Expect.done(sample(ann).delete("/api/v1/kpis/groups/" + groupId));
  }

  private static RequestSpecification sample(Client client) {
    return favoriteSample(client).header("gtmhub-accountId", client.account());
  }

  private static RequestSpecification favoriteSample(Client client) {
    return RestAssured.given()
        .header("Content-Type", "application/json")
        .header("Accept", "application/json")
        .header("Authorization", "Bearer " + client.token());
  }
}
