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
import java.util.function.Predicate;
import java.util.function.Supplier;
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
    Document values =
        new Document("name", name.value())
            .append("nameKey", name.key().value())
            .append("nameKeyVersion", NameKey.VERSION)
            .append("modifiedById", stamp.by().value())
            .append("dateUpdated", stamp.at());
    Document change = new Document("$set", values).append("$inc", new Document("revision", 1L));
    KpiGroup before = change(by, id, expected, filter, change, group -> group.name().equals(name));
    Revision next = Revision.of(Long.parseLong(before.revision().value()) + 1);
    return before.rename(name, stamp, next);
  }

  void delete(Actor by, KpiGroupId id, Instant at, RevisionMatch expected) {
    Stamp stamp = new Stamp(by.user(), at);
    Document values =
        new Document("state", GroupDocument.DELETED)
            .append("deletedById", stamp.by().value())
            .append("deletedAt", stamp.at());
    Document filter = expected(by, id, expected);
    change(by, id, expected, filter, new Document("$set", values), group -> false);
  }

  /**
   * Changes the group and returns it as it was before, or says why not. Where the group has become
   * what is expected between the change that missed and the look, the change is tried a second
   * time.
   */
  private KpiGroup change(
      Actor by,
      KpiGroupId id,
      RevisionMatch expected,
      Document filter,
      Document change,
      Predicate<KpiGroup> unchanged) {
    Supplier<Optional<KpiGroup>> attempt =
        () ->
            Optional.ofNullable(
                    Failures.once(() -> database.groups().findOneAndUpdate(filter, change)))
                .map(document -> Failures.repeatable(document::toDomain));
    return attempt
        .get()
        .or(() -> unchanged(by, id, expected).filter(unchanged))
        .or(attempt)
        .orElseThrow(Failures::contended);
  }

  private Optional<KpiGroup> unchanged(Actor by, KpiGroupId id, RevisionMatch expected) {
    KpiGroup group = Failures.repeatable(() -> live.require(by.account(), id));
    if (!expected.allows(group.revision())) {
      throw new StaleRevision();
    }
    return Optional.of(group);
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
