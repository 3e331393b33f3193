package io.kpigroups.adapter.mongo;

import static io.kpigroups.adapter.mongo.UnreadableDocument.required;

import io.kpigroups.domain.AccountId;
import io.kpigroups.domain.InvalidInput;
import io.kpigroups.domain.KpiGroup;
import io.kpigroups.domain.KpiGroupId;
import io.kpigroups.domain.KpiGroupName;
import io.kpigroups.domain.NameKey;
import io.kpigroups.domain.Revision;
import io.kpigroups.domain.Stamp;
import io.kpigroups.domain.UserId;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * A group as it is stored.
 *
 * <p>The state is a field of its own, rather than the absence of {@code deletedAt}, because an
 * index can answer for a value but not for an absent one: with it, counts never read a document.
 */
@MongoEntity(collection = "kpi_groups")
@SuppressWarnings("NullAway.Init") // the codec sets the fields
public final class GroupDocument {
  static final String LIVE = "live";
  static final String DELETED = "deleted";
  static final String PURGING = "purging";

  @BsonId public ObjectId id;
  public String accountId;
  public String state;
  public String name;
  public String nameKey;
  public int nameKeyVersion;
  public String createdById;
  public Instant dateCreated;
  public String modifiedById;
  public Instant dateUpdated;
  public long revision;
  public @Nullable Instant deletedAt;
  public @Nullable String deletedById;
  public int schemaVersion;

  static GroupDocument of(KpiGroup group) {
    GroupDocument document = new GroupDocument();
    document.id = new ObjectId(group.id().value());
    document.accountId = group.account().value();
    document.state = LIVE;
    document.name = group.name().value();
    document.nameKey = group.name().key().value();
    document.nameKeyVersion = NameKey.VERSION;
    document.createdById = group.created().by().value();
    document.dateCreated = group.created().at();
    document.modifiedById = group.modified().by().value();
    document.dateUpdated = group.modified().at();
    document.revision = Long.parseLong(group.revision().value());
    document.schemaVersion = Versions.SCHEMA;
    return document;
  }

  /**
   * The group that is kept, as it is kept.
   *
   * @throws UnreadableDocument if it is none
   */
  KpiGroup toDomain() {
    Versions.check(schemaVersion, nameKeyVersion);
    try {
      return new KpiGroup(
          new AccountId(required("accountId", accountId)),
          new KpiGroupId(id.toHexString()),
          KpiGroupName.stored(required("name", name)),
          stamp("createdById", createdById, "dateCreated", dateCreated),
          stamp("modifiedById", modifiedById, "dateUpdated", dateUpdated),
          Revision.of(revision));
    } catch (InvalidInput e) {
      throw new UnreadableDocument("kpi_groups", id, e);
    }
  }

  private static Stamp stamp(
      String byField, @Nullable String by, String atField, @Nullable Instant at) {
    return new Stamp(UserId.stored(required(byField, by)), required(atField, at));
  }
}
