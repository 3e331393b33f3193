package io.kpigroups.adapter.mongo;

import io.kpigroups.domain.Actor;
import io.kpigroups.domain.KpiGroup;
import io.kpigroups.domain.KpiGroupId;
import io.kpigroups.domain.KpiGroupName;
import io.kpigroups.domain.NameKey;
import io.kpigroups.domain.Revision;
import io.kpigroups.domain.RevisionMatch;
import io.kpigroups.domain.StaleRevision;
import io.kpigroups.domain.Stamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;

/** Changes of a group: one conditional command, and a look at the group only where it missed. */
final class GroupChanges {
  private final Database database;
  private final LiveGroups live;

  GroupChanges(Database database) {
    this.database = database;
    this.live = new LiveGroups(database);
  }

  KpiGroup rename(Actor by, KpiGroupId id, KpiGroupName name, Instant at, RevisionMatch expected) {
    Stamp stamp = new Stamp(by.user(), at);
    Document filter = expected(by, id, expected).append("name", new Document("$ne", name.value()));
    Document inTime = new Document(filter).append("dateCreated", new Document("$lte", stamp.at()));
    KpiGroup before =
        attempt(inTime, renaming(name, stamp))
            .or(() -> renameLooking(by, id, name, stamp, expected, filter))
            .orElseThrow(Failures::contended);
    Revision next = Revision.of(Long.parseLong(before.revision().value()) + 1);
    return before.rename(name, stamp, next);
  }

  /** Where the change missed: says why, or tries once more what has become possible. */
  private Optional<KpiGroup> renameLooking(
      Actor by,
      KpiGroupId id,
      KpiGroupName name,
      Stamp stamp,
      RevisionMatch expected,
      Document filter) {
    KpiGroup group = look(by, id, expected);
    return group.name().equals(name)
        ? Optional.of(group)
        : attempt(filter, renaming(name, stamp.notBefore(group.created().at())));
  }

  private static Document renaming(KpiGroupName name, Stamp stamp) {
    Document values =
        new Document("name", name.value())
            .append("nameKey", name.key().value())
            .append("nameKeyVersion", NameKey.VERSION)
            .append("modifiedById", stamp.by().value())
            .append("dateUpdated", stamp.at());
    return new Document("$set", values).append("$inc", new Document("revision", 1L));
  }

  void delete(Actor by, KpiGroupId id, Instant at, RevisionMatch expected) {
    Stamp stamp = new Stamp(by.user(), at);
    Document values =
        new Document("state", GroupDocument.DELETED)
            .append("deletedById", stamp.by().value())
            .append("deletedAt", stamp.at());
    Document filter = expected(by, id, expected);
    Document change = new Document("$set", values);
    if (attempt(filter, change).isPresent()) {
      return;
    }
    look(by, id, expected);
    if (attempt(filter, change).isEmpty()) {
      throw Failures.contended();
    }
  }

  /** Changes the group, and answers it as it was before; empty if none is as the filter says. */
  private Optional<KpiGroup> attempt(Document filter, Document change) {
    return Optional.ofNullable(
            Failures.once(() -> database.groups().findOneAndUpdate(filter, change)))
        .map(document -> Failures.repeatable(document::toDomain));
  }

  private KpiGroup look(Actor by, KpiGroupId id, RevisionMatch expected) {
    KpiGroup group = Failures.repeatable(() -> live.require(by.account(), id));
    if (!expected.allows(group.revision())) {
      throw new StaleRevision();
    }
    return group;
  }

  private static Document expected(Actor by, KpiGroupId id, RevisionMatch expected) {
    Document filter = Versions.understood(LiveGroups.one(by.account(), id));
    expected
        .revisions()
        .ifPresent(revisions -> filter.append("revision", anyOf(revisions.stream())));
    return filter;
  }

  /** Revisions that are no numbers as this store writes them are none of its own. */
  private static Document anyOf(Stream<Revision> revisions) {
    List<Long> numbers = revisions.flatMap(revision -> number(revision).stream()).toList();
    return new Document("$in", numbers);
  }

  private static Optional<Long> number(Revision revision) {
    try {
      long number = Long.parseLong(revision.value());
      return Revision.of(number).equals(revision) ? Optional.of(number) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
