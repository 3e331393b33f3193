package io.kpigroups.adapter.mongo;

import io.kpigroups.domain.Membership;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.types.ObjectId;

/** A membership as it is stored. */
@MongoEntity(collection = "kpi_group_memberships")
@SuppressWarnings("NullAway.Init") // the codec sets the fields
public final class MembershipDocument {
  @BsonId public ObjectId id;
  public String accountId;
  public ObjectId groupId;
  public String kpiId;
  public String addedById;
  public Instant dateAdded;
  public int schemaVersion;

  static MembershipDocument of(Membership membership) {
    MembershipDocument document = new MembershipDocument();
    document.accountId = membership.account().value();
    document.groupId = new ObjectId(membership.group().value());
    document.kpiId = membership.kpi().value();
    document.addedById = membership.added().by().value();
    document.dateAdded = membership.added().at();
    document.schemaVersion = Versions.SCHEMA;
    return document;
  }
}
