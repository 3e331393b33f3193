package io.kpigroups.adapter.mongo.document;

import static io.kpigroups.adapter.mongo.document.DocumentSchema.required;

import com.mongodb.client.model.Projections;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.group.GroupLife;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.Member;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.NameKey;
import io.kpigroups.domain.value.Revision;
import io.kpigroups.domain.value.UserId;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * A group with its members as it is stored.
 *
 * <p>The state is a field, rather than the absence of {@code deletedAt}, because an index can find
 * a value but not an absent one: so counts need not read documents.
 */
@MongoEntity(collection = GroupDocument.COLLECTION)
@SuppressWarnings("NullAway.Init") // the codec sets the fields
public final class GroupDocument {
  public static final String COLLECTION = "kpi_groups";
  public static final String LIVE = "live";
  public static final String DELETED = "deleted";
  public static final String PURGING = "purging";

  /**
   * All fields but {@code members} and {@code outbox}, which may be large. Each is named, because a
   * projection that excludes fields cannot also choose one member.
   */
  public static final Bson WITHOUT_MEMBERS =
      Projections.include(
          ("accountId state name nameKeyVersion createdById dateCreated modifiedById"
                  + " dateUpdated revision deletedAt deletedById restores schemaVersion count")
              .split(" "));

  public static final Projection<GroupDocument, KpiGroup> AS_GROUP =
      new Projection<>(WITHOUT_MEMBERS, GroupDocument::toDomain);

  private static final Stamp UNTOLD = new Stamp(UserId.stored(""), Stamp.UNSET);

  public @Nullable String id;
  public @Nullable String accountId;
  public String state;

  /** Raised by every change of members. */
  public @Nullable Long version;

  public String name;
  public String nameKey;
  public int nameKeyVersion = NameKey.VERSION;
  public @Nullable String createdById;
  public @Nullable Instant dateCreated;
  public String modifiedById;
  public Instant dateUpdated;
  public @Nullable Long revision;
  public @Nullable Instant deletedAt;
  public @Nullable String deletedById;

  /** How often it was restored; absent if never. */
  public @Nullable Long restores;

  public int schemaVersion = DocumentSchema.VERSION;

  /** How many members there are. */
  public @Nullable Long count;

  /** The KPIs of the group, each a {@link MemberEntry}. */
  public @Nullable List<BsonDocument> members;

  /** For records of changes, until they are moved to their own collection. */
  public @Nullable List<BsonDocument> outbox;

  /** A new group, without members. */
  public static GroupDocument of(KpiGroup group) {
    GroupDocument document = changeable(group);
    document.id = group.id().value();
    document.accountId = group.account().value();
    document.createdById = group.created().by().value();
    document.dateCreated = group.created().at();
    document.version = 1L;
    document.count = 0L;
    document.members = List.of();
    document.outbox = List.of();
    return document;
  }

  /** Only what a rename or a delete changes. The other fields are null, so they are not written. */
  public static GroupDocument changeable(KpiGroup group) {
    GroupDocument document = new GroupDocument();
    document.state = group.life().isLive() ? LIVE : DELETED;
    document.name = group.name().value();
    document.nameKey = group.name().key().value();
    document.modifiedById = group.modified().by().value();
    document.dateUpdated = group.modified().at();
    document.revision = group.revision().number();
    document.deletedById =
        group.life().deleted().map(deletion -> deletion.by().value()).orElse(null);
    document.deletedAt = group.life().deleted().map(Stamp::at).orElse(null);
    return document;
  }

  /** Matches this group, whatever its life. */
  public static Document one(AccountId account, KpiGroupId id) {
    return new Document("_id", id.value()).append("accountId", account.value());
  }

  /** Matches this group as long as it is not deleted. */
  public static Document live(AccountId account, KpiGroupId id) {
    return live(account).append("_id", id.value());
  }

  /** Matches the groups of the account that are not deleted. */
  public static Document live(AccountId account) {
    return new Document("accountId", account.value()).append("state", LIVE);
  }

  /**
   * The group, as it is stored.
   *
   * @throws InvalidInput if it is none
   */
  public KpiGroup toDomain() {
    DocumentSchema.check(schemaVersion, nameKeyVersion);
    return new KpiGroup(
        new AccountId(required("accountId", accountId)),
        new KpiGroupId(required("_id", id)),
        Name.stored(required("name", name)),
        stamp("createdById", createdById, "dateCreated", dateCreated),
        stamp("modifiedById", modifiedById, "dateUpdated", dateUpdated),
        Revision.of(required("revision", revision)),
        life());
  }

  /**
   * The group where only its name was read: who did what, and when, is not told.
   *
   * @throws InvalidInput if it is none
   */
  KpiGroup named() {
    DocumentSchema.check(schemaVersion, nameKeyVersion);
    return KpiGroup.create(
        new AccountId(required("accountId", accountId)),
        new KpiGroupId(required("_id", id)),
        Name.stored(required("name", name)),
        UNTOLD);
  }

  public List<String> memberIds() {
    return required("members", members).stream().map(MemberEntry::id).toList();
  }

  public List<Member> memberList() {
    return required("members", members).stream().map(MemberEntry::toDomain).toList();
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
