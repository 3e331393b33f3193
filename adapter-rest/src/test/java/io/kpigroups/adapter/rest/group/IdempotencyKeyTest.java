package io.kpigroups.adapter.rest.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.rest.problem.ProblemType;
import io.kpigroups.adapter.rest.support.Contract;
import io.kpigroups.adapter.rest.support.Reply;
import io.kpigroups.adapter.rest.support.Resources;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A create that is sent again under its key. */
class IdempotencyKeyTest {
  private static final String GROUPS = "/api/v1/kpis/groups";
  private static final String SALES = "{\"name\":\"Sales\"}";

  private final Resources resources = new Resources();

  @AfterEach
  void close() {
    resources.edge().close();
  }

  @Test
  void theSameRequestHasTheSameAnswerWhateverBecameOfTheGroup() {
    Reply first = create(SALES, "k 1").has(201);
    String group = first.header("Location");
    isTheSame(create("{\"name\":\" Sales \",\"favorite\":true}", "k 1"), first);
    resources.ask("PUT " + group + "/favorite").has(200);
    resources.ask("PATCH " + group, "{\"name\":\"Costs\"}").has(200);
    isTheSame(create(SALES, "k 1"), first);
    resources.ask("DELETE " + group).has(200);
    isTheSame(create(SALES, "k 1"), first);

    assertThat(groups()).isZero();
  }

  @Test
  void anotherBodyUnderTheKeyIsRefusedAndAnotherKeyMakesAnotherGroup() {
    create(SALES, "a").has(201);

    create("{\"name\":\"Costs\"}", "a").isProblem(ProblemType.IDEMPOTENCY_KEY_REUSED);
    create(SALES, "b").has(201);
    create(SALES, "A").has(201);
    resources.ask("POST " + GROUPS, SALES).has(201);
    assertThat(groups()).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 254, 255, 256})
  void aKeyHas1To255Characters(int length) {
    assertIsRead("~".repeat(length), length > 0 && length < 256);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "!\"#,;", "\"quoted\"", "~", "\u00e4", "a\tb"})
  void aKeyIsOfPrintableAscii(String key) {
    assertIsRead(key, key.matches("[ -~]+"));
  }

  @Test
  void aKeyIsSentOnceAndWrongWithAllElseThatIs() {
    Reply refused =
        resources.ask("POST " + GROUPS + "?y=1", "{}", "Idempotency-Key: a", "Idempotency-Key: a");

    assertThat(refused.isProblem(ProblemType.INVALID_INPUT).json().findValuesAsText("name"))
        .containsExactly("Idempotency-Key", "name", "y");
    assertThat(refused.json().findValuesAsText("in")).containsExactly("header", "body", "query");
    assertThat(groups()).isZero();
  }

  @Test
  void elsewhereAKeyIsNotLookedAt() {
    String group = create(SALES, "a").header("Location");

    resources.ask("PATCH " + group, "{\"name\":\"x\"}", "Idempotency-Key: \u00e4").has(200);
    resources.ask("POST " + group + "/restore", "", "Idempotency-Key: a").has(200);
    resources.ask("POST " + group + "/kpis/batch", "{\"add\":[]}", "Idempotency-Key: a").has(200);
  }

  /** And the document says the same. */
  private void assertIsRead(String key, boolean isKey) {
    Reply reply = create(SALES, key);

    assertThat(reply.status()).isEqualTo(isKey ? 201 : 400);
    assertThat(key.matches(Contract.parameter("Idempotency-Key").getSchema().getPattern()))
        .isEqualTo(isKey);
    assertThat(reply.json().path("errors").findValuesAsText("name"))
        .isEqualTo(isKey ? List.of() : List.of("Idempotency-Key"));
  }

  private static void isTheSame(Reply again, Reply first) {
    assertThat(again.has(201).body()).isEqualTo(first.body());
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
  }

  private int groups() {
    return resources.ask("GET " + GROUPS).has(200).json().path("totalCount").intValue();
  }

  private Reply create(String body, String key) {
    return resources.ask("POST " + GROUPS, body, "Idempotency-Key: " + key);
  }
}
