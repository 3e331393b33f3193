package io.kpigroups.adapter.mongo.document;

import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.group.Member;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.UserId;
import java.time.Instant;
import java.util.Optional;
import org.bson.BSONException;
import org.bson.BsonDocument;
import org.bson.Document;

/**
 * A KPI in the document of its group: {@code k}, which; {@code by}, who put it there; {@code at},
 * when.
 */
public final class MemberEntry {
  private MemberEntry() {}

  public static Document of(KpiId kpi, Stamp added) {
    return new Document("k", kpi.value()).append("by", added.by().value()).append("at", added.at());
  }

  /**
   * The id of the KPI.
   *
   * @throws BSONException if it is not there
   */
  public static String id(BsonDocument entry) {
    return entry.getString("k").getValue();
  }

  /**
   * The member, without its name, which the register has.
   *
   * @throws BSONException if something is not there
   * @throws InvalidInput if the KPI's id is none
   */
  static Member toDomain(BsonDocument entry) {
    UserId by = UserId.stored(entry.getString("by").getValue());
    Instant at = Instant.ofEpochMilli(entry.getDateTime("at").getValue());
    return new Member(new KpiId(id(entry)), Optional.empty(), new Stamp(by, at));
  }
}
