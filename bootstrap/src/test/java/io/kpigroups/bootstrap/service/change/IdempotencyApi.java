package io.kpigroups.bootstrap.service.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.api.ServiceSuite;
import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.AtOnce;
import io.kpigroups.bootstrap.service.client.Client;
import io.kpigroups.bootstrap.service.client.Expect;
import io.kpigroups.bootstrap.service.client.Patience;
import io.kpigroups.bootstrap.service.client.RawHttp;
import io.kpigroups.bootstrap.service.client.User;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Making a group once, however often that is asked for. */
public interface IdempotencyApi extends ServiceSuite {
  String KEY = "Idempotency-Key";

  @Test
  default void theSameRequestAgainHasTheSameAnswerWhateverBecameOfTheGroup() {
    User ann = newUser();
    Answer first = create(ann, "key", "Sales").has(201);
    String path = "/kpis/groups/" + first.path("id");
    assertSame(create(ann, "key", "Sales"), first);
    ann.patch(path, "{\"name\":\"Renamed\"}").has(200);
    Expect.done(ann.put(path + "/favorite"));
    assertSame(create(ann, "key", "Sales"), first);
    Expect.done(ann.delete(path));
    assertSame(create(ann, "key", " Sales\u00a0"), first);
    assertThat(ann.get("/kpis/groups").<Integer>path("totalCount")).isZero();
    Expect.problem(ann.get(path), 404, "group-not-found");
  }

  @Test
  default void anotherBodyUnderTheSameKeyIsRefused() {
    User ann = newUser();
    Answer first = create(ann, "key", "Sales").has(201);
    Expect.problem(create(ann, "key", "sales"), 422, "idempotency-key-reused");
    assertSame(create(ann, "key", "Sales"), first);
    Expect.invalid(create(ann, "key", " "), "body:name");
    assertThat(ann.get("/kpis/groups").<Integer>path("totalCount")).isEqualTo(1);
  }

  @Test
  default void aKeyBelongsToOneUserInOneAccount() {
    User ann = newUser();
    User bob = ann.colleague("bob", "kpis:manage");
    Answer first = create(ann, "key", "Sales").has(201);
    Answer second = create(bob, "key", "Sales").has(201);
    assertThat(second.<String>path("id")).isNotEqualTo(first.path("id"));
    assertThat(second.<String>path("createdById")).isEqualTo("bob");
    create(ann, "KEY", "Sales").has(201);
    create(ann.colleague("ann:key", "kpis:manage"), "x", "A").has(201);
    create(ann, "key:x", "B").has(201);
    create(newUser(), "key", "Another").has(201);
    assertThat(ann.get("/kpis/groups").<Integer>path("totalCount")).isEqualTo(5);
    ann.newGroup("Sales");
    ann.newGroup("Sales");
    assertThat(ann.get("/kpis/groups").<Integer>path("totalCount")).isEqualTo(7);
  }

  @Test
  default void aRefusalFreesTheKey() {
    User ann = newUser();
    Expect.invalid(create(ann, "key", ""), "body:name");
    User reader = ann.colleague("ann", "kpis:read");
    Expect.problem(create(reader, "key", "Other"), 403, "not-permitted");
    create(ann, "key", "Sales").has(201);
  }

  @Test
  default void manyWhoSendTheSameAtOnceGetOneGroup() {
    User ann = newUser();
    List<Answer> answers = AtOnce.answers(32, i -> create(ann, "key", "Sales"));
    for (Answer answer : answers) {
      if (answer.status() == 201) {
        assertThat(answer.body()).isEqualTo(create(ann, "key", "Sales").body());
      } else {
        Expect.problem(answer, 409, "idempotency-key-in-use");
        assertThat(Integer.parseInt(String.valueOf(answer.headerValue("Retry-After"))))
            .isPositive();
      }
    }
    assertThat(answers).anyMatch(answer -> answer.status() == 201);
    assertThat(ann.get("/kpis/groups").<Integer>path("totalCount")).isEqualTo(1);
  }

  @Test
  default void whoMissesTheAnswerSendsTheRequestAgain() {
    User ann = newUser();
    String body = "{\"name\":\"Sales\"}";
    RawHttp.sendAndLeave(
        service().base().getPort(),
        "POST /api/v1/kpis/groups HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            + "Authorization: Bearer %s\r\ngtmhub-accountId: %s\r\n"
                .formatted(ann.token(), ann.account())
            + "Idempotency-Key: lost\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(body.length(), body));
    Patience.await().until(() -> create(ann, "lost", "Sales").status() == 201);
    create(ann, "lost", "Sales").has(201);
    assertThat(ann.get("/kpis/groups").<Integer>path("totalCount")).isEqualTo(1);
  }

  @Test
  default void aKeyIsOf1To255PrintableAsciiCharacters() {
    User ann = newUser();
    String printable = "!\"#$%&'()*+,-./09:;<=>?@AZ[\\]^_`az{|}~ x";
    for (String key : List.of("k", printable, "x".repeat(255))) {
      assertSame(create(ann, key, "n"), create(ann, key, "n").has(201));
    }
    Expect.invalid(create(ann, "x".repeat(256), "n"), "header:" + KEY);
    Expect.invalid(create(ann, "", "n"), "header:" + KEY);
    User twice = ann.with(KEY, "a").withAlso(KEY, "a");
    Expect.invalid(twice.post("/kpis/groups", "{\"name\":\"n\"}"), "header:" + KEY);
    Expect.invalid(
        ann.with(KEY, "x".repeat(256)).post("/kpis/groups?x=1", "{\"name\":\" \"}"),
        "header:" + KEY,
        "query:x",
        "body:name");
    assertThat(ann.get("/kpis/groups").<Integer>path("totalCount")).isEqualTo(3);
  }

  @Test
  default void aKeyIsIgnoredWhereNothingIsCreated() {
    User ann = newUser();
    User keyed = ann.with(KEY, "x".repeat(300));
    String path = "/kpis/groups/" + ann.newGroup("n");
    keyed.get("/kpis/groups").has(200);
    keyed.patch(path, "{\"name\":\"m\"}").has(200);
    keyed.put("/kpis/" + Client.randomId(), "{\"name\":\"m\"}").has(201);
    Expect.done(keyed.delete(path));
  }

  /** The answer to a create under this key. */
  static Answer create(User user, String key, String name) {
    return user.with(KEY, key).post("/kpis/groups", "{\"name\":\"" + name + "\"}");
  }

  private static void assertSame(Answer again, Answer first) {
    assertThat(again.has(201).body()).isEqualTo(first.body());
    for (String header : List.of("ETag", "Location", "Cache-Control", "Vary")) {
      assertThat(again.headerValue(header)).as(header).isEqualTo(first.headerValue(header));
    }
  }
}
