package io.kpigroups.bootstrap.service.pairwise;

import io.kpigroups.domain.filter.GroupFilter.Favorite;
import io.kpigroups.domain.filter.GroupFilter.NameContains;
import io.kpigroups.domain.filter.SearchText;
import io.kpigroups.domain.query.Owner;
import io.kpigroups.domain.value.UserId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The parameters of each list, with good values and bad ones. */
final class TriedLists {
  /** Which of the parameters of a list of groups is {@code kpiId}. */
  static final int KPI_ID = 6;

  private TriedLists() {}

  /**
   * Those of a list of groups.
   *
   * @param date the date of something in the middle of the list
   */
  static List<Tried> groups(String date) {
    return List.of(
        Tried.place(),
        Tried.size(),
        Tried.sort(
            List.of(
                "id",
                "-id",
                "name",
                "-name",
                "dateCreated",
                "-dateUpdated",
                "name,-id",
                "-dateCreated,name",
                "dateUpdated,-name,id",
                "dateDeleted",
                "-dateDeleted,name"),
            "",
            "size",
            "name,",
            "name,name",
            "-",
            "Name",
            "kpiId"),
        Tried.of(
            "q",
            Stream.of("a", "É", "none of them", "%").map(TriedLists::groupSearch).toList(),
            Tried.bad("q", "", " ", "\n", "x".repeat(256), "\u0301")),
        Tried.of(
            "favorite",
            List.of(
                TriedFilters.value("favorite", "true", new Favorite(true)),
                TriedFilters.value("favorite", "false", new Favorite(false))),
            Tried.bad("favorite", "", "yes", "True", "1")),
        TriedFilters.of(date),
        Tried.of(
            "kpiId",
            Stream.of("k0", "k1", "k9")
                .map(kpi -> TriedFilters.value("kpiId", kpi, TriedFilters.has(kpi)))
                .toList(),
            Tried.bad("kpiId", "", "no!", "groups", "x".repeat(65))),
        Tried.of(
            "deleted",
            List.of(
                Tried.value("deleted", "true", q -> q.deleted = true),
                Tried.value("deleted", "false", q -> {})),
            Tried.bad("deleted", "", "yes", "True", "0")),
        Tried.of(
            "fields",
            Stream.of("name", "kpiCount", "id,favorite,dateUpdated,createdById", "purgeAfter,name")
                .map(text -> Tried.value("fields", text, q -> q.fields = List.of(text.split(","))))
                .toList(),
            Tried.bad("fields", "", "size", "name,name", "name,", "Name")),
        Tried.count(),
        Tried.unknown("colour", "filters", "Sort", "owner", "ungrouped"));
  }

  /** Those of the register of KPIs. */
  static List<Tried> kpis() {
    return List.of(
        Tried.place(),
        Tried.size(),
        Tried.sort(
            List.of("id", "-id", "name", "-name", "name,-id", "-name,id"),
            "",
            "kpiId",
            "name,name",
            "dateAdded"),
        Tried.of(
            "q",
            Stream.of("a", "É", "none of them").map(TriedLists::kpiSearch).toList(),
            Tried.bad("q", "", " ", "\u0301")),
        Tried.of(
            "owner",
            List.of(
                Tried.value("owner", "me", q -> q.owner = Optional.of(Owner.CALLER)),
                Tried.value("owner", "bob", q -> q.owner = Optional.of(named("bob"))),
                Tried.value("owner", "nobody", q -> q.owner = Optional.of(named("nobody")))),
            Tried.bad("owner", "", "é", "x".repeat(256))),
        Tried.of(
            "ungrouped",
            List.of(
                Tried.value("ungrouped", "true", q -> q.ungrouped = true),
                Tried.value("ungrouped", "false", q -> {})),
            Tried.bad("ungrouped", "", "yes")),
        Tried.count(),
        Tried.unknown("filter", "favorite", "kpiId", "deleted", "fields"));
  }

  /** Those of a list of members. */
  static List<Tried> members() {
    return List.of(
        Tried.place(),
        Tried.size(),
        Tried.sort(
            List.of("kpiId", "-kpiId", "name", "-name", "dateAdded", "-dateAdded", "-name,kpiId"),
            "",
            "id",
            "name,name",
            "dateCreated"),
        Tried.count(),
        Tried.unknown("filter", "favorite", "kpiId", "deleted", "fields", "q", "owner"));
  }

  /** Whether two values may stand together: some are of deleted groups only. */
  static boolean goTogether(Tried.Value one, Tried.Value two) {
    return !(isOfDeleted(one) && isLive(two)) && !(isOfDeleted(two) && isLive(one));
  }

  /** Whether the value is of deleted groups only. */
  static boolean isOfDeleted(Tried.Value value) {
    return value.text().contains("dateDeleted") || value.text().contains("purgeAfter");
  }

  private static boolean isLive(Tried.Value value) {
    return value.name().equals("deleted") && !value.text().equals("true");
  }

  private static Tried.Value groupSearch(String text) {
    return TriedFilters.value("q", text, new NameContains(SearchText.of(text)));
  }

  private static Tried.Value kpiSearch(String text) {
    return Tried.value("q", text, q -> q.search = Optional.of(SearchText.of(text)));
  }

  private static Owner named(String user) {
    return new Owner.Named(new UserId(user));
  }
}
