package io.kpigroups.bootstrap.service.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.api.ServiceSuite;
import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.AtOnce;
import io.kpigroups.bootstrap.service.client.Client;
import io.kpigroups.bootstrap.service.client.Expect;
import io.kpigroups.bootstrap.service.client.User;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Undoing the deletion of a group. */
public interface RestoreApi extends ServiceSuite {

  @Test
  default void aDeletedGroupIsThereAgainAsItWas() {
    User ann = newUser();
    User bob = ann.colleague("bob", "kpis:manage");
    String group = ann.newGroup("a", ann.newKpi(), ann.newKpi());
    String path = "/kpis/groups/" + group;
    ann.patch(path, "{\"name\":\"b\"}").has(200);
    Expect.done(ann.put(path + "/favorite"));
    Expect.done(ann.delete("/kpis/" + BatchApi.members(ann, group).get(0)));
    Answer before = ann.get(path);
    String members = ann.get(path + "/kpis").body();
    Expect.done(bob.delete(path));
    Expect.problem(ann.get(path), 404, "group-not-found");
    Answer restored = restore(ann, group).has(200);
    assertThat(restored.body()).isEqualTo(before.body());
    assertThat(restored.headerValue("ETag")).isEqualTo("\"2-1\"").isEqualTo(tag(ann, path));
    assertThat(restored.headerValue("Cache-Control")).isEqualTo("private, no-cache");
    assertThat(restored.headerValue("Vary")).isEqualTo("Authorization, gtmhub-accountId");
    assertThat(ann.get(path).body()).isEqualTo(before.body());
    assertThat(ann.get(path + "/kpis").body()).isEqualTo(members);
    assertThat(bob.get(path).<Boolean>path("favorite")).isFalse();
    assertThat(ann.get("/kpis/groups").<List<String>>path("items.id")).containsExactly(group);
    assertThat(ann.get("/kpis/groups?deleted=true").<Integer>path("totalCount")).isZero();
    Expect.done(ann.with("If-Match", "\"2-0\"").delete(path));
    assertThat(restore(bob, group).has(200).headerValue("ETag")).isEqualTo("\"2-0\"");
  }

  @Test
  default void aLiveGroupStaysAsItIs() {
    User ann = newUser();
    String group = ann.newGroup("a");
    Answer before = ann.get("/kpis/groups/" + group);
    for (int i = 0; i < 2; i++) {
      Answer restored = restore(ann, group).has(200);
      assertThat(restored.body()).isEqualTo(before.body());
      assertThat(restored.headerValue("ETag")).isEqualTo("\"1-0\"");
    }
    Answer withBody = ann.post("/kpis/groups/" + group + "/restore", "{\"name\":\"ignored\"}");
    assertThat(withBody.has(200).body()).isEqualTo(before.body());
  }

  @Test
  default void whatNeverWasOrIsOfAnotherAccountIsNotRestored() {
    User ann = newUser();
    String hers = ann.newGroup("a");
    Expect.done(ann.delete("/kpis/groups/" + hers));
    User stranger = newUser();
    String absent = Client.randomId();
    Answer foreign = Expect.problem(restore(stranger, hers), 404, "group-not-found");
    Answer nowhere = Expect.problem(restore(stranger, absent), 404, "group-not-found");
    String trace = "\"traceId\":\"[0-9a-f]{32}\"";
    assertThat(foreign.body().replace(hers, absent).replaceAll(trace, ""))
        .isEqualTo(nowhere.body().replaceAll(trace, ""));
    assertThat(ann.get("/kpis/groups?deleted=true").<List<String>>path("items.id"))
        .containsExactly(hers);
  }

  @Test
  default void manyWhoRestoreAtOnceHaveTheSameGroup() {
    User ann = newUser();
    String group = ann.newGroup("a", ann.newKpi());
    Expect.done(ann.delete("/kpis/groups/" + group));
    assertThat(AtOnce.answers(8, i -> restore(ann, group)))
        .allSatisfy(answer -> assertThat(answer.has(200).<String>path("id")).isEqualTo(group));
    assertThat(BatchApi.members(ann, group)).hasSize(1);
  }

  @Test
  default void aBatchThatMeetsADeletionIsInTheRestoredGroupWhollyOrNotAtAll() {
    User ann = newUser();
    List<String> kpis = List.of(ann.newKpi(), ann.newKpi(), ann.newKpi());
    for (int i = 0; i < 10; i++) {
      String group = ann.newGroup("a");
      List<Answer> answers =
          AtOnce.answers(
              2,
              call ->
                  call == 0
                      ? ann.delete("/kpis/groups/" + group)
                      : BatchApi.batch(ann, group, kpis, List.of()));
      Expect.done(answers.get(0));
      assertThat(answers.get(1).status()).isIn(200, 404);
      restore(ann, group).has(200);
      assertThat(BatchApi.members(ann, group)).hasSize(answers.get(1).isSuccess() ? 3 : 0);
    }
  }

  @Test
  default void onlyWhoMayManageMayRestore() {
    User ann = newUser();
    String group = ann.newGroup("a");
    String path = "/kpis/groups/" + group;
    Expect.done(ann.delete(path));
    Expect.problem(restore(ann.colleague("reader", "kpis:read"), group), 403, "not-permitted");
    Expect.invalid(ann.send("POST", "/kpis/groups/no!/restore?x=1"), "path:groupId", "query:x");
    for (String method : List.of("GET", "HEAD", "PUT", "DELETE")) {
      ann.send(method, path + "/restore").has(405);
    }
    Answer options = service().send("OPTIONS", Client.API + path + "/restore").has(204);
    assertThat(options.headerValue("Allow")).isEqualTo("OPTIONS, POST");
    Expect.problem(ann.get(path), 404, "group-not-found");
    assertThat(restore(ann, group).has(200).<Map<String, Object>>path("")).hasSize(8);
  }

  /** The answer to the undo of a deletion. */
  static Answer restore(User user, String group) {
    return user.send("POST", "/kpis/groups/" + group + "/restore");
  }

  private static String tag(User user, String path) {
    return String.valueOf(user.get(path).headerValue("ETag"));
  }
}
