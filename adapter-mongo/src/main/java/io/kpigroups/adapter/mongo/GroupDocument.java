package io.kpigroups.adapter.mongo;

import static io.kpigroups.adapter.mongo.UnreadableDocument.required;

import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.group.GroupLife;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.NameKey;
import io.kpigroups.domain.value.Revision;
import io.kpigroups.domain.value.UserId;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A group with its members as it is stored.
 *
 * <p>The state is a field of its own, rather than the absence of {@code deletedAt}, because an
 * index can answer for a value but not for an absent one: with it, counts never read a document.
 */
@MongoEntity(collection = GroupDocument.COLLECTION)
@SuppressWarnings("NullAway.Init") // the codec sets the fields
public final class GroupDocument {
  static final String COLLECTION = "kpi_groups";
  static final String LIVE = "live";
  static final String DELETED = "deleted";
  static final String PURGING = "purging";

  @BsonId public String id;
  public String accountId;
  public String state;

  /** Raised by every write of members. */
  public @Nullable Long version;

  public String name;
  public String nameKey;
  public int nameKeyVersion;
  public String createdById;
  public Instant dateCreated;
  public String modifiedById;
  public Instant dateUpdated;
  public @Nullable Long revision;
  public @Nullable Instant deletedAt;
  public @Nullable String deletedById;
  public int schemaVersion;

  /** How many members there are. */
  public @Nullable Long count;

  public @Nullable List<MemberDocument> members;

  /** Room for the records of changes that are not yet where they belong. */
  public @Nullable List<Document> outbox;

  static GroupDocument of(KpiGroup group) {
    GroupDocument document = new GroupDocument();
    document.id = group.id().value();
    document.accountId = group.account().value();
    document.state = LIVE;
    document.name = group.name().value();
    document.nameKey = group.name().key().value();
    document.nameKeyVersion = NameKey.VERSION;
    document.createdById = group.created().by().value();
    document.dateCreated = group.created().at();
    document.modifiedById = group.modified().by().value();
    document.dateUpdated = group.modified().at();
    document.revision = group.revision().number();
    document.schemaVersion = Versions.SCHEMA;
    document.version = 1L;
    document.count = 0L;
    document.members = List.of();
    document.outbox = List.of();
    return document;
  }

  /**
   * The group that is kept, as it is kept.
   *
   * @throws InvalidInput if it is none
   */
  KpiGroup toDomain() {
    Versions.check(schemaVersion, nameKeyVersion);
    return new KpiGroup(
        new AccountId(required("accountId", accountId)),
        new KpiGroupId(required("_id", id)),
        Name.stored(required("name", name)),
        stamp("createdById", createdById, "dateCreated", dateCreated),
        stamp("modifiedById", modifiedById, "dateUpdated", dateUpdated),
        Revision.of(required("revision", revision)),
        life());
  }

  private GroupLife life() {
    return switch (required("state", state)) {
      case LIVE -> GroupLife.LIVE;
      case DELETED -> new GroupLife.Deleted(deletion());
      case PURGING -> new GroupLife.Purging(deletion());
      default -> throw new InvalidInput("Its state is none that is known: " + state + ".");
    };
  }

  private Stamp deletion() {
    return stamp("deletedById", deletedById, "deletedAt", deletedAt);
  }

  private static Stamp stamp(
      String byField, @Nullable String by, String atField, @Nullable Instant at) {
    return new Stamp(UserId.stored(required(byField, by)), required(atField, at));
  }
}
