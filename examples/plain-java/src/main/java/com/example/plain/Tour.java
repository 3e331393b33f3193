package com.example.plain;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.application.service.Settings;
import io.kpigroups.application.service.UseCases;
import io.kpigroups.domain.access.Actor;
import io.kpigroups.domain.access.Permission;
import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.failure.KpiNotFound;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.UserId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a program does with KPI groups; each step tells what became of it. */
record Tour(UseCases useCases) {
  private static final Actor ANN = manager("ann", "acme");
  private static final Actor EVE = manager("eve", "globex");
  private static final KpiId REVENUE = new KpiId("revenue");
  private static final KpiId CHURN = new KpiId("churn");

  /** The use cases over this store, with the settings that are usual. */
  Tour(KpiGroupStorage storage) {
    this(UseCases.of(storage, Settings.DEFAULT, Clock.systemUTC(), new SecureRandom()));
  }

  private static Actor manager(String user, String account) {
    return Actor.of(new AccountId(account), new UserId(user), Set.of(Permission.MANAGE));
  }

  /** Who acts, and until when it must be done. */
  private static Call by(Actor actor) {
    return new Call(actor, Deadline.in(Duration.ofSeconds(5)));
  }

  List<String> lines() {
    KpiGroupId sales = makeGroup();
    return Stream.concat(
            Stream.of(list(ANN), list(EVE), openForeign(sales), addUnknown(sales)), members(sales))
        .toList();
  }

  /** Registers KPIs, and makes a favorite group with them in it. */
  private KpiGroupId makeGroup() {
    useCases.register().put(by(ANN), REVENUE, new Name("Monthly recurring revenue"), List.of());
    useCases.register().put(by(ANN), CHURN, new Name("Customer churn rate"), List.of());
    KpiGroupId sales = useCases.groups().create(by(ANN), new Name("Sales")).group().id();
    useCases.membership().add(by(ANN), REVENUE, sales);
    useCases.membership().add(by(ANN), CHURN, sales);
    useCases.favorites().add(by(ANN), sales);
    return sales;
  }

  private String list(Actor who) {
    Page<ViewedGroup> page = useCases.groups().list(by(who), ListQuery.groups(PageRange.first(10)));
    List<String> names = page.items().stream().map(Tour::shown).toList();
    return who.user().value() + " sees " + page.totalCount() + ": " + names;
  }

  private static String shown(ViewedGroup viewed) {
    return viewed.group().name().value() + (viewed.favorite() ? " (favorite)" : "");
  }

  /** A group of another account is a group that does not exist. */
  private String openForeign(KpiGroupId group) {
    try {
      return "eve opened " + shown(useCases.groups().get(by(EVE), group));
    } catch (GroupNotFound e) {
      return "eve was told: " + e.getMessage();
    }
  }

  private String addUnknown(KpiGroupId group) {
    try {
      useCases.membership().add(by(ANN), new KpiId("margin"), group);
      return "ann put in a KPI that nobody has registered";
    } catch (KpiNotFound e) {
      return "ann was told: " + e.getMessage();
    }
  }

  /** All of them, however many pages that are. */
  private Stream<String> members(KpiGroupId group) {
    return ListQuery.walk(
            ListQuery.members(PageRange.first(100)),
            page -> useCases.membership().list(by(ANN), group, page),
            member -> member)
        .map(member -> "In it: " + member.name().map(Name::value).orElse("(not registered)"));
  }
}
