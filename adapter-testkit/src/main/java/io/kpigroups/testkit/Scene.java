package io.kpigroups.testkit;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.out.DeletedGroups;
import io.kpigroups.application.port.out.DeletedGroups.Claim;
import io.kpigroups.application.port.out.DeletedGroups.Removal;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.application.port.out.KpiRegistry;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.failure.KpiNotFound;
import io.kpigroups.domain.group.KnownKpis;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiCondition;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.kpi.RegisterEntry.Effect;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import io.kpigroups.domain.value.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** What one test owns: an account that nobody else uses, two users in it, and shorthand. */
final class Scene {
  /** When things happen unless a test says otherwise. */
  static final Instant NOON = Instant.parse("2026-01-02T12:00:00.123Z");

  /** A later time. */
  static final Instant EVENING = Instant.parse("2026-01-02T18:00:00.456Z");

  /** A limit that no test reaches. */
  static final int PLENTY = 10_000;

  final KpiGroupStorage storage;
  final AccountId account;
  final Call ann;
  final Call bob;
  private final StorageFixture fixture;

  Scene(StorageFixture fixture) {
    this(fixture, freshAccount());
  }

  Scene(StorageFixture fixture, AccountId account) {
    this.fixture = fixture;
    this.account = account;
    storage = fixture.storage();
    ann = user("ann");
    bob = user("bob");
  }

  static AccountId freshAccount() {
    return new AccountId(UUID.randomUUID().toString());
  }

  /** An id that no group has. */
  static KpiGroupId unusedId() {
    return new KpiGroupId(UUID.randomUUID().toString().replace("-", "").substring(0, 24));
  }

  /** A call of this user, with time in plenty. */
  Call user(String id) {
    return new Call(fixture.actor(account, new UserId(id)), TestTime.ample());
  }

  /** The same call, whose time is over. */
  static Call late(Call call) {
    return new Call(call.actor(), Deadline.in(Duration.ZERO));
  }

  KpiGroup group(String name) {
    return group(name, NOON);
  }

  KpiGroup group(String name, Instant at) {
    return create(ann, new Name(name), at, PLENTY).group();
  }

  /** Makes a group with a new id, where so many groups are allowed. */
  ViewedGroup create(Call by, Name name, Instant at, int limit) {
    return storage.groups().create(by, newId(at), name, at, TestLimits.groups(limit));
  }

  static KpiGroupId newId(Instant at) {
    return KpiGroupId.generate(at, ThreadLocalRandom.current());
  }

  KpiGroup deletedGroup(String name, Instant deletedAt) {
    KpiGroup group = group(name);
    delete(group, deletedAt);
    return group;
  }

  void delete(KpiGroup group, Instant at) {
    storage.groups().delete(ann, group.id(), at, RevisionMatch.unconditional());
  }

  KpiGroup rename(KpiGroup group, String name, RevisionMatch expected) {
    Name newName = new Name(name);
    return storage.groups().rename(bob, group.id(), newName, EVENING, expected).group();
  }

  ViewedGroup find(Call viewer, KpiGroup group) {
    return storage.groups().find(viewer, group.id()).orElseThrow();
  }

  KpiGroup now(KpiGroup group) {
    return find(ann, group).group();
  }

  Page<ViewedGroup> all(Call viewer) {
    return list(viewer, ListQuery.groups(PageRange.first(PLENTY)));
  }

  /** A page whose groups are to be compared with {@link #listed}. */
  Page<ViewedGroup> list(Call viewer, ListQuery<GroupField> query) {
    Page<ViewedGroup> page = storage.groups().list(viewer, query);
    List<ViewedGroup> items = page.items().stream().map(fixture::listed).toList();
    return new Page<>(items, page.totalCount(), page.range());
  }

  /** A group as a list has it. */
  ViewedGroup listed(KpiGroup group, boolean favorite) {
    return fixture.listed(new ViewedGroup(group, favorite));
  }

  /** Groups as a list has them. */
  List<KpiGroup> listed(List<KpiGroup> groups) {
    return groups.stream().map(group -> listed(group, false).group()).toList();
  }

  KpiId kpi(String id) {
    KpiId kpi = new KpiId(id);
    fixture.givenKpi(ann, kpi);
    return kpi;
  }

  void unregister(KpiId kpi) {
    fixture.givenNoKpi(ann, kpi);
  }

  void join(KpiGroup group, KpiId kpi) {
    join(group, kpi, KnownKpis.REGISTERED, PLENTY);
  }

  void join(KpiGroup group, KpiId kpi, KnownKpis known, int limit) {
    join(ann, group, kpi, NOON, known, limit);
  }

  void join(Call by, KpiGroup group, KpiId kpi, Instant at, KnownKpis known, int limit) {
    storage.memberships().add(by, group.id(), kpi, at, TestLimits.members(known, limit));
  }

  void leave(KpiGroup group, KpiId kpi, KnownKpis known) {
    storage.memberships().remove(ann, group.id(), kpi, EVENING, TestLimits.members(known, PLENTY));
  }

  void favor(Call user, KpiGroup group) {
    favor(user, group, PLENTY);
  }

  void favor(Call user, KpiGroup group, int limit) {
    storage.favorites().add(user, group.id(), NOON, TestLimits.favorites(limit));
  }

  void unfavor(Call user, KpiGroup group) {
    storage.favorites().remove(user, group.id(), EVENING);
  }

  KpiRegistry registry() {
    return storage.registry().orElseThrow();
  }

  Effect put(Call by, Kpi kpi) {
    return put(by, kpi, KpiCondition.NONE);
  }

  Effect put(Call by, Kpi kpi, KpiCondition expected) {
    return registry().put(by, kpi, expected, AccountLimits.DEFAULT);
  }

  void unregister(Call by, KpiId kpi, KpiCondition expected) {
    registry().remove(by, kpi, expected);
  }

  void unregister(Call by, KpiId kpi) {
    unregister(by, kpi, KpiCondition.NONE);
  }

  DeletedGroups deleted() {
    return storage.deletedGroups().orElseThrow();
  }

  List<Claim> claim(Instant deletedBy, int most) {
    return deleted().claim(deletedBy, most, TestTime.ample());
  }

  long backlog(Instant deletedBy) {
    return deleted().backlog(deletedBy, TestTime.ample());
  }

  Removal remove(Claim claim) {
    return deleted().remove(claim, TestTime.ample());
  }

  static RevisionMatch in(KpiGroup group) {
    return RevisionMatch.oneOf(Set.of(group.revision()));
  }

  /**
   * Tells whether the KPI was a member, and ends the membership: no port lists members, but the
   * removal of an unregistered KPI succeeds for members only.
   */
  boolean tookOut(KpiGroup group, KpiId kpi) {
    unregister(kpi);
    try {
      leave(group, kpi, KnownKpis.REGISTERED);
      return true;
    } catch (KpiNotFound e) {
      return false;
    }
  }
}
