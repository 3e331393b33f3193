package io.kpigroups.adapter.mongo;

import io.kpigroups.domain.AccountId;
import io.kpigroups.domain.Actor;
import io.kpigroups.domain.GroupQuery;
import io.kpigroups.domain.KnownKpis;
import io.kpigroups.domain.KpiGroupId;
import io.kpigroups.domain.KpiGroupName;
import io.kpigroups.domain.KpiId;
import io.kpigroups.domain.PageRange;
import io.kpigroups.domain.UserId;
import io.kpigroups.domain.ViewedGroup;
import io.kpigroups.testkit.StorageFixture;
import java.time.Instant;
import java.util.List;
import org.bson.types.ObjectId;

/** The words that the tests of this adapter speak in. */
interface MongoFixture extends StorageFixture {
  Instant NOON = Instant.parse("2026-11-24T12:00:00.123Z");

  /** A limit that no test reaches. */
  int NO_LIMIT = 1_000_000;

  default Actor annInNewAccount() {
    return actor(newAccount(), new UserId("ann"));
  }

  static AccountId newAccount() {
    return new AccountId(randomHex());
  }

  default Actor colleague(Actor actor, String user) {
    return actor(actor.account(), new UserId(user));
  }

  default ViewedGroup newGroup(Actor actor, String name) {
    return storage().groups().create(actor, new KpiGroupName(name), NOON, NO_LIMIT);
  }

  default KpiGroupId newGroupId(Actor actor) {
    return newGroup(actor, "Group").group().id();
  }

  default KpiId newKpi(Actor actor) {
    KpiId id = new KpiId(randomHex());
    givenKpi(actor, id);
    return id;
  }

  default void join(Actor actor, KpiGroupId group, KpiId kpi) {
    storage().memberships().add(actor, group, kpi, NOON, KnownKpis.REGISTERED, NO_LIMIT);
  }

  default List<ViewedGroup> allGroups(Actor actor) {
    return storage().groups().list(actor, GroupQuery.of(PageRange.first(NO_LIMIT))).items();
  }

  static KpiGroupId unknownGroup() {
    return new KpiGroupId(randomHex());
  }

  static String randomHex() {
    return new ObjectId().toHexString();
  }
}
