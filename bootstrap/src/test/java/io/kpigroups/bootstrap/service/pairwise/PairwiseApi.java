package io.kpigroups.bootstrap.service.pairwise;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.api.ServiceSuite;
import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Expect;
import io.kpigroups.bootstrap.service.client.Parameter;
import io.kpigroups.bootstrap.service.client.User;
import io.kpigroups.bootstrap.service.pairwise.Tried.Value;
import io.kpigroups.domain.query.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Each two values of two parameters of a list, among all others: the answer is the one that the
 * store in memory gives. And each bad value among good ones: it is refused and named, alone.
 */
public interface PairwiseApi extends ServiceSuite {

  @Test
  default void groupsAreListedAsTheReferenceDoes() {
    Account account = new Account(newUser());
    List<Tried> tried = TriedLists.groups(account.date());
    agree(account.user(), "/kpis/groups?", tried, account::groups);
    refuse(account.user(), "/kpis/groups?", tried);
  }

  @Test
  default void theGroupsOfAKpiAreListedAsTheReferenceDoes() {
    Account account = new Account(newUser());
    List<Tried> tried = new ArrayList<>(TriedLists.groups(account.date()));
    Tried ofKpi = tried.remove(TriedLists.KPI_ID);
    Value kpi = ofKpi.good().get(1);
    agree(
        account.user(),
        "/kpis/" + kpi.text() + "/groups?",
        tried,
        question -> {
          kpi.meaning().accept(question);
          return account.groups(question);
        });
    tried.add(Tried.unknown("kpiId"));
    refuse(account.user(), "/kpis/" + kpi.text() + "/groups?", tried);
  }

  @Test
  default void kpisAreListedAsTheReferenceDoes() {
    Account account = new Account(newUser());
    agree(account.user(), "/kpis?", TriedLists.kpis(), account::kpis);
    refuse(account.user(), "/kpis?", TriedLists.kpis());
  }

  @Test
  default void membersAreListedAsTheReferenceDoes() {
    Account account = new Account(newUser());
    String list = "/kpis/groups/" + account.fullGroup() + "/kpis?";
    agree(account.user(), list, TriedLists.members(), account::members);
    refuse(account.user(), list, TriedLists.members());
  }

  private static void agree(
      User user,
      String list,
      List<Tried> tried,
      Function<Question, Page<Map<String, Object>>> reference) {
    for (List<Value> row : Tried.rows(tried, TriedLists::goTogether)) {
      Question question = new Question();
      row.forEach(value -> value.meaning().accept(question));
      Page<Map<String, Object>> expected = reference.apply(question);
      Map<String, Object> body = new HashMap<>();
      body.put("count", expected.items().size());
      body.put("items", expected.items());
      expected.total().ifPresent(total -> body.put("totalCount", Math.toIntExact(total)));
      String address = address(user, list, row);
      Answer answer = user.get(address).has(200);
      assertThat(answer.<Map<String, Object>>path("")).as(address).isEqualTo(body);
      assertThat(answer.next().isPresent()).as(address).isEqualTo(expected.hasNext());
    }
  }

  private static void refuse(User user, String list, List<Tried> tried) {
    List<List<Value>> rows =
        Tried.rows(tried, TriedLists::goTogether).stream()
            .filter(row -> row.stream().noneMatch(TriedLists::isOfDeleted))
            .toList();
    int next = 0;
    for (Tried one : tried) {
      int parameter = tried.indexOf(one);
      for (Value bad : one.bad()) {
        String address = address(user, list, without(rows.get(next++ % rows.size()), parameter));
        Expect.invalid(user.get(address + bad.sent()), "query:" + bad.name());
      }
      for (Value good : one.good()) {
        if (!good.text().isEmpty() && !TriedLists.isOfDeleted(good)) {
          String address = address(user, list, without(rows.get(next++ % rows.size()), parameter));
          Expect.invalid(user.get(address + good.sent() + good.sent()), "query:" + good.name());
        }
      }
    }
  }

  private static List<Value> without(List<Value> row, int parameter) {
    List<Value> others = new ArrayList<>(row);
    others.remove(parameter);
    return others;
  }

  /** The address with these values, and behind so many rows as one of them says, if there are. */
  private static String address(User user, String list, List<Value> row) {
    Question question = new Question();
    row.forEach(value -> value.meaning().accept(question));
    StringBuilder address = new StringBuilder(list);
    row.forEach(value -> address.append(value.said()));
    if (question.behind > 0) {
      StringBuilder before = new StringBuilder(list);
      row.stream()
          .filter(value -> !value.name().equals("limit") && !value.name().equals("take"))
          .forEach(value -> before.append(value.said()));
      user.get(before + "&limit=" + question.behind)
          .next()
          .flatMap(link -> Parameter.value(link, "cursor"))
          .ifPresent(cursor -> address.append("&cursor=").append(cursor));
    }
    return address.toString().replace("?&", "?");
  }
}
