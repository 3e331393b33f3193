package io.kpigroups.adapter.mongo;

import com.mongodb.client.MongoCollection;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.OutcomeUnknown;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.domain.group.Change;
import io.kpigroups.domain.group.Decision;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.value.NameKey;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;

/**
 * Changes of a group: a look, the domain's decision, and one command that is conditional on what
 * was looked at.
 *
 * <p>Where the command missed, or its answer was lost, another look tells whether the change was
 * made after all: by the group's revision and by who changed it when. (A server, router or gateway
 * may have repeated the command by itself and answered for the second, which found its own work.)
 */
final class GroupChanges {
  private final Database database;
  private final GroupDocuments groups;

  GroupChanges(Database database) {
    this.database = database;
    this.groups = new GroupDocuments(database);
  }

  /**
   * Changes the group as the rule decides, asked again where the group has changed meanwhile.
   *
   * @return the group as it is then
   * @throws OutcomeUnknown if the answer to a change was lost, and no look tells
   */
  KpiGroup change(Call by, KpiGroupId id, Function<KpiGroup, Decision<KpiGroup>> rule) {
    Optional<KpiGroup> found = groups.find(by, id);
    while (true) {
      KpiGroup before = KpiGroup.liveIn(by.account(), found);
      Decision<KpiGroup> decision = rule.apply(before);
      if (!decision.isChange() || make(by, before, decision)) {
        return decision.state();
      }
      found = groups.find(by, id);
      if (shows(found, decision)) {
        return decision.state();
      }
    }
  }

  /** Whether the change was made; it was not if the group is not as it was looked at. */
  private boolean make(Call by, KpiGroup before, Decision<KpiGroup> decision) {
    try {
      return apply(by, before, decision);
    } catch (OutcomeUnknown lost) {
      settle(by, before, decision, lost);
      return true;
    }
  }

  /**
   * Sees to it that a change was made whose answer was lost: where a look shows that nothing has
   * happened, it is sent once more.
   *
   * @throws OutcomeUnknown the one that was lost, if it stays so
   */
  private void settle(Call by, KpiGroup before, Decision<KpiGroup> decision, OutcomeUnknown lost) {
    try {
      Optional<KpiGroup> found = groups.find(by, before.id());
      boolean unchanged = found.equals(Optional.of(before));
      if (unchanged && apply(by, before, decision)) {
        return;
      }
      if (unchanged) {
        found = groups.find(by, before.id()); // it came late
      }
      if (shows(found, decision)) {
        confirm(by, before.id());
        return;
      }
    } catch (StorageUnavailable | OutcomeUnknown e) {
      lost.addSuppressed(e);
    }
    throw lost;
  }

  /**
   * Returns when most members have what a look has seen: the answer that was lost would have said
   * so, and a look does not. An update that changes nothing waits for all that was written before.
   *
   * @throws OutcomeUnknown if they may not have it
   */
  void confirm(Call by, KpiGroupId id) {
    MongoCollection<GroupDocument> collection = database.groups(by.deadline());
    Document nothing = new Document("$setOnInsert", new Document("state", GroupDocument.LIVE));
    Failures.once(() -> collection.updateOne(GroupDocuments.one(by.account(), id), nothing));
  }

  private static boolean shows(Optional<KpiGroup> found, Decision<KpiGroup> decision) {
    return found.filter(group -> group.shows(decision.state())).isPresent();
  }

  private boolean apply(Call by, KpiGroup before, Decision<KpiGroup> decision) {
    Document one =
        Versions.understood(GroupDocuments.live(before.account(), before.id()))
            .append("revision", before.revision().number());
    Document values = new Document();
    decision.changes().forEach(change -> values.putAll(values(change, decision.state())));
    MongoCollection<GroupDocument> collection = database.groups(by.deadline());
    return Failures.once(() -> collection.updateOne(one, new Document("$set", values)))
            .getMatchedCount()
        == 1;
  }

  private static Document values(Change change, KpiGroup state) {
    if (change instanceof Change.GroupDeleted deleted) {
      return new Document("state", GroupDocument.DELETED)
          .append("deletedById", deleted.stamp().by().value())
          .append("deletedAt", deleted.stamp().at());
    }
    if (change instanceof Change.GroupRenamed renamed) {
      return new Document("name", renamed.to().value())
          .append("nameKey", renamed.to().key().value())
          .append("nameKeyVersion", NameKey.VERSION)
          .append("modifiedById", renamed.stamp().by().value())
          .append("dateUpdated", renamed.stamp().at())
          .append("revision", state.revision().number());
    }
    throw new IllegalStateException("This is no change of a group itself: " + change);
  }
}
