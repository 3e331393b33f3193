package io.kpigroups.bootstrap.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.api.ServiceSuite;
import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Expect;
import io.kpigroups.bootstrap.service.client.User;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Input that is wrong: refused with everything that is wrong, and nothing of it stored. */
public interface InputApi extends ServiceSuite {

  @Test
  default void aNameMustBeAUsableText() {
    User ann = newUser();
    String path = "/kpis/groups/" + ann.newGroup("Untouched");
    for (String name :
        List.of(
            "null",
            "5",
            "true",
            "[]",
            "{}",
            "\"\"",
            "\" \\t\\u00a0\\u3000\\u2028 \"",
            "\"a\\u0000b\"",
            "\"a\\nb\"",
            "\"a\\u2028b\"",
            "\"a\\u2029b\"",
            "\"a\\u007fb\"",
            "\"\\ud83d\"",
            "\"\\udc00a\"",
            "\"" + "x".repeat(256) + "\"",
            "\"" + "😀".repeat(256) + "\"")) {
      Expect.invalid(ann.post("/kpis/groups", "{\"name\":" + name + "}"), "body:name");
      Expect.invalid(ann.patch(path, "{\"name\":" + name + "}"), "body:name");
    }
    assertThat(ann.get("/kpis/groups").<List<String>>path("items.name"))
        .containsExactly("Untouched");
  }

  @Test
  default void nothingToChangeIsWrongInput() {
    User ann = newUser();
    String path = "/kpis/groups/" + ann.newGroup("Untouched");
    Expect.invalid(ann.patch(path, "{}"), "body:name");
    Expect.invalid(ann.patch(path, "{\"favorite\":true}"), "body:name");
    Expect.invalid(ann.post("/kpis/groups", "{}"), "body:name");
  }

  @Test
  default void anUnknownPropertyIsNamed() {
    User ann = newUser();
    Expect.invalid(ann.post("/kpis/groups", "{\"name\":\"n\",\"colour\":1}"), "body:colour");
    Expect.invalid(ann.post("/kpis/groups", "{\"Name\":\"n\"}"), "body:Name", "body:name");
    assertThat(ann.get("/kpis/groups").<Integer>path("totalCount")).isZero();
  }

  @Test
  default void aBodyMustBeOneStrictJsonObject() {
    User ann = newUser();
    for (String body :
        List.of(
            "",
            " ",
            "null",
            "5",
            "\"name\"",
            "[{\"name\":\"n\"}]",
            "{",
            "{\"name\":\"n\"",
            "{name:\"n\"}",
            "{'name':'n'}",
            "{\"name\":\"n\",}",
            "{\"name\":\"n\"}{}",
            "{\"name\":\"n\"} x",
            "{\"name\":\"a\",\"name\":\"b\"}",
            "{\"name\":NaN}",
            "{\"name\":\"tab\tinside\"}",
            "[".repeat(5000),
            "{\"name\":\"\\x\"}")) {
      Expect.invalid(ann.post("/kpis/groups", body), "body:");
    }
    assertThat(ann.get("/kpis/groups").<Integer>path("totalCount")).isZero();
  }

  @Test
  default void theBodyMustBeUtf8() {
    User ann = newUser();
    String json = "{\"name\":\"\u00e9\"}";
    byte[] overlong = {
      '{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xC0, (byte) 0xAF, '"', '}'
    };
    for (byte[] body :
        List.of(
            json.getBytes(StandardCharsets.ISO_8859_1),
            json.getBytes(StandardCharsets.UTF_16),
            json.getBytes(StandardCharsets.UTF_16LE),
            overlong)) {
      Answer response = ann.send("POST", "/kpis/groups", "application/json", body);
      Expect.invalid(response, "body:");
    }
    assertThat(ann.get("/kpis/groups").<Integer>path("totalCount")).isZero();
  }

  @Test
  default void aRefusalSaysNothingOfTheParser() {
    User ann = newUser();
    for (String body :
        List.of(
            "{\"name\":\"a\"} {}",
            "[".repeat(30_000),
            "{\"name\":" + "1".repeat(5_000) + "}",
            "{\"" + "k".repeat(60_000) + "\":1}",
            "{\"name\":NaN}",
            "{")) {
      Answer response = ann.post("/kpis/groups", body);
      Expect.problem(response, 400, "invalid-input");
      assertThat(response.body())
          .doesNotContain("jackson", "Feature", "Stream", "Source", "`", "getMax");
    }
  }

  @Test
  default void whatIsNotJsonIsToldWithLineAndColumn() {
    User ann = newUser();
    Answer response = ann.post("/kpis/groups", "{\n  \"name\": oops\n}");
    assertThat(response.<String>path("detail")).contains("line 2, column 1");
    assertThat(response.<String>path("detail"))
        .doesNotContain("com.fasterxml")
        .doesNotContain("Exception");
  }

  @Test
  default void everythingThatIsWrongIsToldAtOnce() {
    User ann = newUser();
    Expect.invalid(
        ann.with("If-Match", "nonsense").patch("/kpis/groups/XYZ?force=1", "{\"name\":1,\"x\":2}"),
        "path:groupId",
        "header:If-Match",
        "query:force",
        "body:name",
        "body:x");
  }

  @Test
  default void aMalformedIdIsNamed() {
    User ann = newUser();
    for (String id :
        List.of(
            "1",
            "65F0A1B2C3D4E5F60718293A",
            "g".repeat(24),
            "a".repeat(25),
            "%20",
            "a%2Fb",
            "null")) {
      String path = "/kpis/groups/" + id;
      Expect.invalid(ann.get(path), "path:groupId");
      Expect.invalid(ann.delete(path), "path:groupId");
      Expect.invalid(ann.patch(path, "{\"name\":\"n\"}"), "path:groupId");
      Expect.invalid(ann.put(path + "/favorite"), "path:groupId");
      Expect.invalid(ann.delete(path + "/favorite"), "path:groupId");
      Expect.invalid(ann.put("/kpis/k!/groups/" + id), "path:kpiId", "path:groupId");
      Expect.invalid(
          ann.delete("/kpis/" + "k".repeat(65) + "/groups/" + id), "path:kpiId", "path:groupId");
    }
  }

  @Test
  default void noOperationTakesUnknownParameters() {
    User ann = newUser();
    String group = "/kpis/groups/" + ann.newGroup("a");
    String kpi = "/kpis/" + ann.newKpi();
    for (Answer response :
        List.of(
            ann.get(group + "?x=1"),
            ann.post("/kpis/groups?x=1", "{\"name\":\"n\"}"),
            ann.patch(group + "?x=1", "{\"name\":\"n\"}"),
            ann.delete(group + "?x=1"),
            ann.put(group + "/favorite?x=1"),
            ann.delete(group + "/favorite?x=1"),
            ann.put(kpi + group.substring(5) + "?x=1"),
            ann.delete(kpi + group.substring(5) + "?x=1"),
            ann.get("/kpis?x=1"),
            ann.get(kpi + "?x=1"),
            ann.put(kpi + "?x=1", "{\"name\":\"n\"}"),
            ann.delete(kpi + "?x=1"))) {
      Expect.invalid(response, "query:x");
    }
    assertThat(ann.get("/kpis/groups").<List<String>>path("items.name")).containsExactly("a");
  }
}
