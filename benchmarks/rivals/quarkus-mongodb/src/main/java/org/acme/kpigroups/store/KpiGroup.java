package org.acme.kpigroups.store;

import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;

/** A group with its members; lists leave the members out. */
@MongoEntity(collection = "groups")
public class KpiGroup {
  @BsonId public String id;
  public String accountId;
  public String name;
  public String createdById;
  public Instant dateCreated;
  public String modifiedById;
  public Instant dateUpdated;
  public List<Member> members = new ArrayList<>();

  /** Counts the changes of the members. */
  public long version;

  public static class Member {
    public String kpiId;
    public String addedById;
    public Instant dateAdded;
  }
}
