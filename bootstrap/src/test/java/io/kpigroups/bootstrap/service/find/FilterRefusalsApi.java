package io.kpigroups.bootstrap.service.find;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.api.ServiceSuite;
import io.kpigroups.bootstrap.service.client.Client;
import io.kpigroups.bootstrap.service.client.Expect;
import io.kpigroups.bootstrap.service.client.User;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is no filter is refused, and told where it is none. */
public interface FilterRefusalsApi extends ServiceSuite {

  @Test
  default void whatIsNoJsonIsRefusedWithItsPlace() {
    assertThat(
            Stream.of(
                "x",
                "[]",
                "\"a\"",
                "null",
                "1",
                "{",
                "}",
                "{name}",
                "{name:}",
                "{name:\"a}",
                "{name:'a'}",
                "{'name':\"a\"}",
                "{name:\"a\",}",
                "{,}",
                "{name:\"a\"}{}",
                "{name:\"a\"} x",
                "{name:\"a\" name:\"b\"}",
                "{name:\"a\",name:\"b\"}",
                "{name:\"a\",\"name\":\"b\"}",
                "{name:\"\\x\"}",
                "{name:\"\\u12\"}",
                "{name:\"\\ud800\"}",
                "{name:\"\n\"}",
                "{name:\"a\"/**/}",
                "{na-me:\"a\"}",
                "{name:{$in:[\"a\",]}}",
                "{name:{$in:[\"a\" \"b\"]}}",
                "\u00a0{}",
                "{1:\"a\"}"))
        .allSatisfy(filter -> Finding.refused(newUser(), filter));
  }

  @Test
  default void whatHasAnotherMeaningOrNoneIsRefusedWithItsPlace() {
    assertThat(
            Stream.of(
                "{size:1}",
                "{Name:\"a\"}",
                "{\"\":\"a\"}",
                "{accountId:\"a\"}",
                "{kpiCount:1}",
                "{dateDeleted:\"2026-01-01T00:00:00Z\"}",
                "{\"name.first\":\"a\"}",
                "{q:\"a\"}",
                "{$where:\"1\"}",
                "{$expr:{}}",
                "{$not:[{}]}",
                "{$nor:[{}]}",
                "{$text:{}}",
                "{$comment:\"a\"}",
                "{$jsonSchema:{}}",
                "{$function:{}}",
                "{name:{}}",
                "{name:{a:\"b\"}}",
                "{name:{$like:\"a\"}}",
                "{name:{$not:{}}}",
                "{name:{$exists:true}}",
                "{name:{$type:2}}",
                "{name:{$mod:[2,0]}}",
                "{name:{$all:[\"a\"]}}",
                "{name:{$elemMatch:{}}}",
                "{name:{$size:1}}",
                "{name:{$eq:\"a\",b:\"c\"}}",
                "{name:{$regex:\"a\",$options:\"i\"}}",
                "{name:{$eq:{$ne:\"a\"}}}",
                "{name:{$in:[{$ne:\"a\"}]}}",
                "{name:{$in:[[]]}}",
                "{$and:{}}",
                "{$and:[]}",
                "{$or:[]}",
                "{$or:[\"a\"]}",
                "{$or:[null]}",
                "{$and:[{},1]}",
                "{id:{$regex:\"a\"}}",
                "{createdById:{$regex:\"a\"}}",
                "{favorite:{$gt:false}}",
                "{favorite:{$regex:\"t\"}}",
                "{kpiId:{$ne:\"a\"}}",
                "{kpiId:{$nin:[\"a\"]}}",
                "{kpiId:{$gt:\"a\"}}",
                "{kpiId:{$regex:\"a\"}}"))
        .allSatisfy(filter -> Finding.refused(newUser(), filter));
  }

  @Test
  default void aValueOfAnotherTypeOrFormIsRefusedWithItsPlace() {
    String id = Client.randomId();
    assertThat(
            Stream.of(
                "{name:1}",
                "{name:true}",
                "{name:null}",
                "{name:[\"a\"]}",
                "{name:{$in:\"a\"}}",
                "{name:{$in:[1]}}",
                "{name:{$in:[null]}}",
                "{name:{$gt:1}}",
                "{name:{$regex:1}}",
                "{name:{$regex:{}}}",
                "{favorite:\"true\"}",
                "{favorite:1}",
                "{favorite:True}",
                "{favorite:{$in:[1]}}",
                "{id:\"1\"}",
                "{id:\"" + id.toUpperCase(Locale.ROOT) + "\"}",
                "{id:\"" + id + "0\"}",
                "{id:{$in:[\"" + id + "\",\"x\"]}}",
                "{id:{$gt:\"\"}}",
                "{_id:\"../" + id + "\"}",
                "{createdById:\"\"}",
                "{createdById:\"é\"}",
                "{modifiedById:\"" + "u".repeat(256) + "\"}",
                "{kpiId:\"\"}",
                "{kpiId:\"a b\"}",
                "{kpiId:\"groups\"}",
                "{kpiId:{$in:[\"a\",\"no!\"]}}",
                "{dateCreated:1}",
                "{dateCreated:\"\"}",
                "{dateCreated:\"2026-01-01\"}",
                "{dateCreated:\"today\"}",
                "{dateCreated:\"2026-01-01T00:00:00\"}",
                "{dateCreated:\"2026-02-30T00:00:00Z\"}",
                "{dateUpdated:\"2026-01-01 00:00:00Z\"}",
                "{dateUpdated:\"2026-01-01T24:00:00Z\"}",
                "{dateUpdated:{$gt:\"10000-01-01T00:00:00Z\"}}",
                "{dateUpdated:{$in:[\"2026-01-01T00:00:00+25:00\"]}}",
                "{dateUpdated:{$date:\"2026-01-01T00:00:00Z\"}}"))
        .allSatisfy(filter -> Finding.refused(newUser(), filter));
  }

  @Test
  default void aPatternWithMoreThanTextStartEndAndAnythingIsRefusedWithItsPlace() {
    assertThat(
            Stream.of(
                "(a)", "a|b", "[a]", "a{2}", "a+", "a?", "a*", "a.b", ".", "^^a", "a$b", "a^b",
                "\\\\d", "\\\\w+", "\\\\bx", "\\\\1", "a\\\\", "(?i)a", ".+", "**", "a]", "a)",
                "(a+)+$"))
        .allSatisfy(pattern -> Finding.refused(newUser(), "{name:{$regex:\"" + pattern + "\"}}"));
  }

  @Test
  default void theMessageSaysWhatIsWrongAndWhatWouldBeRight() {
    assertThat(Finding.refused(newUser(), "{name: {$like: \"a\"}}"))
        .contains("At character 9", "$eq", "$regex");
    assertThat(Finding.refused(newUser(), "{\"\uD83D\uDE00\": 1}"))
        .contains("At character 2", "createdById");
    assertThat(Finding.refused(newUser(), "{favorite: \"yes\"}"))
        .contains("At character 12", "true or false");
    assertThat(Finding.refused(newUser(), "{name: {$regex: \"a.b\"}}"))
        .contains("character 2 of the pattern");
  }

  @Test
  default void aFilterIsOnePerRequestAndOfGroupsOnly() {
    User ann = newUser();
    String group = ann.newGroup("a", ann.newKpi());
    Expect.invalid(ann.get("/kpis/groups?filter=%7B%7D&filter=%7B%7D"), "query:filter");
    Expect.invalid(ann.get("/kpis?filter=%7B%7D"), "query:filter");
    Expect.invalid(ann.get("/kpis/groups/" + group + "/kpis?filter=%7B%7D"), "query:filter");
    Expect.invalid(ann.get("/kpis/groups/" + group + "?filter=%7B%7D"), "query:filter");
    for (String empty : List.of("", "%20", "%00", "%7Bname:%22%00%22%7D")) {
      Expect.invalid(ann.get("/kpis/groups?filter=" + empty), "query:filter");
    }
  }
}
