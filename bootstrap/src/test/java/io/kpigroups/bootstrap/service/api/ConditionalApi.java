package io.kpigroups.bootstrap.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Client;
import io.kpigroups.bootstrap.service.client.Expect;
import io.kpigroups.bootstrap.service.client.User;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Entity tags and conditional requests. */
public interface ConditionalApi extends ServiceSuite {

  @Test
  default void createGetAndRenameAnswerWithTheTagForThisCallerOnly() {
    User ann = newUser();
    Answer created = ann.post("/kpis/groups", "{\"name\":\"a\"}");
    String path = "/kpis/groups/" + created.path("id");
    for (Answer response : List.of(created, ann.get(path), ann.patch(path, "{\"name\":\"b\"}"))) {
      assertThat(response.headerValue("ETag")).matches("\"[^\"]+-0\"");
      assertThat(response.headerValue("Cache-Control")).isEqualTo("private, no-cache");
      assertThat(response.headerValue("Vary")).isEqualTo("Authorization, gtmhub-accountId");
    }
    assertThat(created.headerValue("ETag")).isEqualTo("\"1-0\"");
    assertThat(ann.get(path).headerValue("ETag")).isEqualTo("\"2-0\"");
    Expect.done(ann.put(path + "/favorite"));
    assertThat(ann.get(path).headerValue("ETag")).isEqualTo("\"2-1\"");
  }

  @Test
  default void aGetOfWhatTheCallerHasIsNotModified() {
    User ann = newUser();
    String path = "/kpis/groups/" + ann.newGroup("a");
    for (String tags : List.of("\"1-0\"", "W/\"1-0\"", "\"x\", \"1-0\"", "*")) {
      Answer response = ann.with("If-None-Match", tags).get(path).has(304);
      assertThat(response.body()).isEmpty();
      assertThat(response.headerValue("ETag")).isEqualTo("\"1-0\"");
      assertThat(response.headerValue("Vary")).isNotNull();
    }
    ann.with("If-None-Match", "\"1-1\", \"2-0\"").get(path).has(200);
    Expect.done(ann.put(path + "/favorite"));
    ann.with("If-None-Match", "\"1-0\"").get(path).has(200);
  }

  @Test
  default void aChangeIsMadeIfTheRevisionIsExpectedWhateverTheFavorite() {
    User ann = newUser();
    String path = "/kpis/groups/" + ann.newGroup("a");
    Expect.done(ann.put(path + "/favorite"));
    ann.with("If-Match", "\"1-0\"").patch(path, "{\"name\":\"b\"}").has(200);
    ann.with("If-Match", "\"9-0\", \"2-1\"").patch(path, "{\"name\":\"c\"}").has(200);
    ann.with("If-Match", "*").patch(path, "{\"name\":\"d\"}").has(200);
    Expect.done(ann.with("If-Match", "\"4-0\"").delete(path));
  }

  @Test
  default void whatACompressingProxyMakesOfATagCountsAsTheTag() {
    User ann = newUser();
    String path = "/kpis/groups/" + ann.newGroup("a");
    ann.with("If-None-Match", "\"1-0-gzip\"").get(path).has(304);
    ann.with("If-Match", "W/\"1-0\"").patch(path, "{\"name\":\"b\"}").has(200);
    ann.with("If-Match", "\"2-0-gzip\"").patch(path, "{\"name\":\"c\"}").has(200);
    Expect.done(ann.with("If-Match", "W/\"3-1-br\"").delete(path));
  }

  @Test
  default void aChangeThatExpectsNothingToBeThereChangesNothing() {
    User ann = newUser();
    String path = "/kpis/groups/" + ann.newGroup("a");
    User creator = ann.with("If-None-Match", "*");
    Expect.problem(creator.patch(path, "{\"name\":\"b\"}"), 412, "stale-revision");
    Expect.problem(creator.delete(path), 412, "stale-revision");
    assertThat(ann.get(path).headerValue("ETag")).isEqualTo("\"1-0\"");
    String absent = "/kpis/groups/" + Client.randomId();
    Expect.problem(creator.patch(absent, "{\"name\":\"b\"}"), 404, "group-not-found");
  }

  @Test
  default void nothingIsChangedOnAStaleOrForeignTag() {
    User ann = newUser();
    String path = "/kpis/groups/" + ann.newGroup("a");
    ann.patch(path, "{\"name\":\"b\"}").has(200);
    String longTag = "\"" + "7".repeat(500) + "-0\"";
    for (String tag :
        List.of("\"1-0\"", "\"2\"", "\"foreign\"", "\"\"", "\"-0\"", "\"2-0-0\"", longTag)) {
      User stale = ann.with("If-Match", tag);
      Expect.problem(stale.patch(path, "{\"name\":\"c\"}"), 412, "stale-revision");
      Expect.problem(stale.delete(path), 412, "stale-revision");
    }
    assertThat(ann.get(path).<String>path("name")).isEqualTo("b");
    assertThat(ann.get(path).headerValue("ETag")).isEqualTo("\"2-0\"");
  }

  @Test
  default void aGroupThatIsNotThereIsReportedBeforeAStaleTag() {
    User ann = newUser().with("If-Match", "\"7-0\"");
    String path = "/kpis/groups/" + Client.randomId();
    Expect.problem(ann.patch(path, "{\"name\":\"c\"}"), 404, "group-not-found");
    Expect.problem(ann.with("If-Match", "*").delete(path), 404, "group-not-found");
  }

  @Test
  default void aConditionThatIsNoListOfTagsIsWrongInput() {
    User ann = newUser();
    String path = "/kpis/groups/" + ann.newGroup("a");
    for (String wrong : List.of("1-0", "\"1-0", "\"1-0\" \"2-0\"", ",", "*, \"1-0\"")) {
      Expect.invalid(ann.with("If-Match", wrong).delete(path), "header:If-Match");
      Expect.invalid(ann.with("If-None-Match", wrong).get(path), "header:If-None-Match");
    }
    Expect.invalid(ann.with("If-Match", ",".repeat(6000)).delete(path), "header:If-Match");
    ann.get(path).has(200);
  }
}
