package io.kpigroups.benchmarks.jmh;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.domain.access.Actor;
import io.kpigroups.domain.access.Permission;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.Revision;
import io.kpigroups.domain.value.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** What the benchmarks have in common: one account with a page of groups, and who asks for them. */
final class Samples {
  /** How many rows a page has. */
  static final int PAGE = 100;

  static final AccountId ACCOUNT = new AccountId("5f3b0c2de4b0a71f9c8d1e2f");

  private static final UserId ANN = new UserId("auth0|64b7f0a1c2d3e4f5a6b7c8d9");
  private static final UserId BOB = new UserId("auth0|64b7f0a1c2d3e4f5a6b7c8da");
  private static final Instant BEGIN = Instant.parse("2026-01-02T03:04:05.678Z");

  /** The first two are ASCII, as most names are. */
  private static final List<String> NAMES =
      List.of(
          "Sales pipeline",
          "Customer happiness",
          "Société Générale – Qualité",
          "Κόστος ανά μονάδα");

  private Samples() {}

  /** Ann, who may do everything, and has more time than any benchmark takes. */
  static Call call() {
    return new Call(
        Actor.of(ACCOUNT, ANN, Set.of(Permission.MANAGE)), Deadline.in(Duration.ofDays(1)));
  }

  /** The groups of a page; one in ten is a favorite. */
  static List<ViewedGroup> page() {
    return IntStream.range(0, PAGE).mapToObj(i -> new ViewedGroup(group(i), i % 10 == 0)).toList();
  }

  /** Half of the groups are of ann, and each is a minute younger than the one before. */
  private static KpiGroup group(int i) {
    Stamp created = new Stamp(i % 2 == 0 ? ANN : BOB, BEGIN.plus(Duration.ofMinutes(i)));
    return new KpiGroup(
        ACCOUNT,
        id(i),
        new Name(NAMES.get(i % NAMES.size()) + " " + i),
        created,
        new Stamp(BOB, created.at().plusSeconds(30)),
        Revision.FIRST);
  }

  /** The last group of the page. */
  static KpiGroup last() {
    return group(PAGE - 1);
  }

  /** The id of a group by its place on the page. */
  static KpiGroupId id(int i) {
    return new KpiGroupId(String.format(Locale.ROOT, "64b7f0a1c2d3e4f5%08x", i));
  }
}
