package io.kpigroups.adapter.mongo.support;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.out.DeletedGroups;
import io.kpigroups.application.port.out.KpiRegistry;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.group.AccountRules;
import io.kpigroups.domain.group.KnownKpis;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.UserId;
import io.kpigroups.testkit.fixture.StorageFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bson.types.ObjectId;

/** The words that the tests of this adapter speak in. */
public interface MongoFixture extends StorageFixture {
  Instant NOON = Instant.parse("2026-11-24T12:00:00.123Z");

  /** A number that no test reaches. */
  int PLENTY = 1_000_000;

  /** Limits that no test reaches, and any KPI may be in a group. */
  AccountLimits NO_LIMITS = new AccountLimits(PLENTY, PLENTY, PLENTY, PLENTY);

  AccountRules ANY_KPI = new AccountRules(NO_LIMITS, KnownKpis.ANY);

  AccountRules REGISTERED = new AccountRules(NO_LIMITS, KnownKpis.REGISTERED);

  default Call annInNewAccount() {
    return call(newAccount(), "ann");
  }

  default Call call(AccountId account, String user) {
    return new Call(actor(account, new UserId(user)), ample());
  }

  /** The same call with another deadline. */
  static Call until(Deadline deadline, Call call) {
    return new Call(call.actor(), deadline);
  }

  /** More time than any machine needs, so that it decides nothing. */
  static Deadline ample() {
    return Deadline.in(Duration.ofMinutes(5));
  }

  static AccountId newAccount() {
    return new AccountId(randomHex());
  }

  default ViewedGroup newGroup(Call by, String name) {
    return storage().groups().create(by, newId(), new Name(name), NOON, NO_LIMITS);
  }

  default KpiGroupId newGroupId(Call by) {
    return newGroup(by, "Group").group().id();
  }

  default KpiId newKpi(Call by) {
    KpiId id = new KpiId(randomHex());
    givenKpi(by, id);
    return id;
  }

  default void join(Call by, KpiGroupId group, KpiId kpi) {
    storage().memberships().add(by, group, kpi, NOON, REGISTERED);
  }

  default void favor(Call user, KpiGroupId group) {
    storage().favorites().add(user, group, NOON, NO_LIMITS);
  }

  default ViewedGroup restore(Call by, KpiGroupId id) {
    return storage().groups().restore(by, id, NOON, Instant.EPOCH, NO_LIMITS);
  }

  default List<ViewedGroup> allGroups(Call viewer) {
    return storage()
        .groups()
        .list(viewer, GroupSelection.LIVE, ListQuery.groups(PageRange.first(PLENTY)))
        .items();
  }

  default KpiRegistry kpiRegistry() {
    return storage().registry().orElseThrow();
  }

  default DeletedGroups deletedGroups() {
    return storage().deletedGroups().orElseThrow();
  }

  /** So many KPIs in a group, of which any may be. */
  static AccountRules members(int limit, KnownKpis known) {
    return new AccountRules(new AccountLimits(PLENTY, PLENTY, limit, PLENTY), known);
  }

  /** So many favorites of a user. */
  static AccountLimits favorites(int limit) {
    return new AccountLimits(PLENTY, PLENTY, PLENTY, limit);
  }

  static KpiGroupId newId() {
    return new KpiGroupId(randomHex());
  }

  static String randomHex() {
    return new ObjectId().toHexString();
  }
}
