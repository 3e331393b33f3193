package io.kpigroups.bootstrap.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Client;
import io.kpigroups.bootstrap.service.client.Expect;
import io.kpigroups.bootstrap.service.client.User;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/**
 * The samples of the reference as they stand there: a JSON content type on every request, with a
 * body or without, and the account header on all but the favorite operations.
 */
public interface SamplesApi extends ServiceSuite {

  @Test
  default void theSamplesOfTheReferenceRunAsTheyStand() {
    User ann = newUser();
    String kpiId = ann.newKpi();
    User sample = ann.with("Accept", "application/json");
    byte[] body = "{\"name\":\"string value\"}".getBytes(StandardCharsets.UTF_8);
    Answer created = sample.send("POST", "/kpis/groups", "application/json", body).has(201);
    assertThat(created.<String>path("name")).isEqualTo("string value");
    String group = "/kpis/groups/" + created.path("id");
    String member = "/kpis/" + kpiId + "/groups/" + created.path("id");
    User bodiless = sample.with("Content-Type", "application/json");
    bodiless.get("/kpis/groups").has(200);
    bodiless.get(group).has(200);
    Expect.done(favoriteSample("PUT", group, ann));
    Expect.done(favoriteSample("DELETE", group, ann));
    Expect.done(bodiless.put(group + "/favorite"));
    Expect.done(bodiless.put(member));
    Expect.done(bodiless.delete(member));
    sample.send("PATCH", group, "application/json", body).has(200);
    Expect.done(bodiless.delete(group));
  }

  private Answer favoriteSample(String method, String group, User user) {
    return service()
        .send(
            method,
            Client.API + group + "/favorite",
            "Content-Type",
            "application/json",
            "Accept",
            "application/json",
            "Authorization",
            "Bearer " + user.token());
  }
}
