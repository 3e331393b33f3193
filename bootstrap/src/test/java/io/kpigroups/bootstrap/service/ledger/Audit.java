package io.kpigroups.bootstrap.service.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Call;
import io.kpigroups.bootstrap.service.client.Client;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares what ledgers know with what is there: nothing acknowledged is lost, nothing refused was
 * done, and nothing is half there. It answers what is wrong, a sentence each.
 */
public final class Audit {
  private final List<String> wrong = new ArrayList<>();

  private Audit() {}

  /** What a client sees to be wrong. */
  public static List<String> overHttp(URI base, List<Ledger> ledgers) {
    Audit audit = new Audit();
    ledgers.forEach(ledger -> audit.compare(base, ledger));
    return audit.wrong;
  }

  /** What is wrong with the rows that the store holds. */
  public static List<String> of(Contents contents, List<Ledger> ledgers) {
    Audit audit = new Audit();
    audit.findOrphans(contents);
    ledgers.forEach(ledger -> audit.compare(contents, ledger));
    return audit.wrong;
  }

  private void compare(URI base, Ledger ledger) {
    wrong.addAll(ledger.surprises());
    Map<String, Map<String, Object>> seen = list(base, ledger.client());
    ledger.groups().forEach((id, known) -> compare(id, known, seen.remove(id)));
    Set<Object> names = new HashSet<>();
    for (Map<String, Object> unknown : seen.values()) {
      check(ledger.createsInDoubt().contains(unknown.get("name")), "nobody made %s", unknown);
      check(names.add(unknown.get("name")), "%s was made twice", unknown);
      check(unknown.get("favorite").equals(false), "%s is a favorite", unknown);
    }
    for (String kpi : ledger.kpis()) {
      Answer answer = Answer.whenThereIsTime(Call.GET_KPI.request(base, ledger.client(), "", kpi));
      check(answer.isSuccess(), "the KPI %s is lost: %s", kpi, answer);
    }
  }

  private void compare(String id, Known known, Map<String, Object> group) {
    if (group == null) {
      check(known.mayBeGone(), "the group %s is lost, known is: %s", id, known);
      return;
    }
    check(known.mayBeThere(), "%s was deleted, known is: %s", group, known);
    check(known.mayHave((String) group.get("name")), "%s has a name, known is: %s", group, known);
    boolean favorite = (Boolean) group.get("favorite");
    check(known.mayBeFavorite(favorite), "the favorite of %s, known is: %s", group, known);
  }

  /** All groups of the account by id, over as many pages as it takes. */
  public static Map<String, Map<String, Object>> list(URI base, Client client) {
    Map<String, Map<String, Object>> seen = new HashMap<>();
    int total = 0;
    int before = -1;
    while (seen.size() > before) {
      before = seen.size();
      String page = "/kpis/groups?sort=name&limit=500&skip=" + before;
      HttpRequest request = Call.authorized(URI.create(base + Client.API + page), client).build();
      Answer answer = Answer.whenThereIsTime(request).has(200);
      total = Integer.parseInt(answer.json("totalCount"));
      answer.objects("items").forEach(group -> seen.put((String) group.get("id"), group));
    }
    assertThat(seen).as("as many as are counted").hasSize(total);
    return seen;
  }

  private void findOrphans(Contents contents) {
    Set<String> groups =
        contents.groups().stream()
            .map(group -> group.account() + group.id())
            .collect(Collectors.toSet());
    contents.members().stream()
        .filter(member -> !groups.contains(member.account() + member.group()))
        .forEach(member -> wrong.add("its group is gone: " + member));
    contents.favorites().stream()
        .filter(favorite -> !groups.contains(favorite.account() + favorite.group()))
        .forEach(favorite -> wrong.add("its group is gone: " + favorite));
  }

  private void compare(Contents contents, Ledger ledger) {
    for (Contents.Group row : contents.groups()) {
      if (row.account().equals(ledger.client().account())) {
        Known known = ledger.groups().get(row.id());
        if (known == null) {
          Known pristine = new Known(row.name());
          check(ledger.createsInDoubt().contains(row.name()), "nobody made %s", row);
          compare(contents, ledger, row, pristine);
        } else {
          compare(contents, ledger, row, known);
        }
      }
    }
  }

  private void compare(Contents contents, Ledger ledger, Contents.Group row, Known known) {
    boolean there = row.live() ? known.mayBeThere() : known.mayBeGone();
    check(there, "%s, known is: %s", row, known);
    check(known.mayHave(row.name()), "%s has a name, known is: %s", row, known);
    check(known.mayHaveRevision(row.revision()), "the revision of %s, known is: %s", row, known);
    if (row.purging()) {
      return;
    }
    for (String kpi : ledger.kpis()) {
      boolean member =
          contents.members().contains(new Contents.Member(row.account(), row.id(), kpi));
      check(
          known.mayBeMember(kpi, member),
          "the KPI %s is in %s: %s, known is: %s",
          kpi,
          row,
          member,
          known);
    }
    boolean favorite =
        contents.favorites().contains(new Contents.Favorite(row.account(), row.id(), Client.USER));
    check(known.mayBeFavorite(favorite), "the favorite of %s, known is: %s", row, known);
  }

  private void check(boolean holds, String what, Object... values) {
    if (!holds) {
      wrong.add(what.formatted(values));
    }
  }
}
