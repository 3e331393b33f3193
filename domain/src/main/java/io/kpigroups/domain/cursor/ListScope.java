package io.kpigroups.domain.cursor;

import io.kpigroups.domain.filter.FilterWriter;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.KpiFilter;
import io.kpigroups.domain.query.Owner;
import io.kpigroups.domain.value.AccountId;

/**
 * Which list of which account a cursor leads through, whoever reads it and whatever is told of the
 * rows.
 *
 * @param text the same for the same rows in question, however they were asked for
 */
public record ListScope(String text) {

  /** The selected groups. */
  public static ListScope of(AccountId account, GroupSelection selection) {
    String life = selection.deletedAfter().isPresent() ? "deleted" : "live";
    return of("groups", account, life, FilterWriter.write(selection.filter()));
  }

  /** The registered KPIs that pass the filter. */
  public static ListScope of(AccountId account, KpiFilter filter) {
    return of(
        "kpis",
        account,
        filter.search().map(search -> search.key().value()).orElse(""),
        filter
            .owner()
            .map(owner -> owner instanceof Owner.Named named ? "=" + named.user().value() : "me")
            .orElse(""),
        String.valueOf(filter.ungrouped()));
  }

  /** The KPIs in the group. */
  public static ListScope of(AccountId account, KpiGroupId group) {
    return of("members", account, group.value());
  }

  /** No part has a line feed. */
  private static ListScope of(String list, AccountId account, String... parts) {
    return new ListScope(list + "\n" + account.value() + "\n" + String.join("\n", parts));
  }
}
