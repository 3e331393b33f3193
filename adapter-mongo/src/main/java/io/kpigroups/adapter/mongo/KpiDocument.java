package io.kpigroups.adapter.mongo;

import io.kpigroups.domain.AccountId;
import io.kpigroups.domain.Kpi;
import io.kpigroups.domain.KpiId;
import io.kpigroups.domain.KpiName;
import io.kpigroups.domain.NameKey;
import io.kpigroups.domain.UserId;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.types.ObjectId;

/** An entry of the register of KPIs as it is stored. */
@MongoEntity(collection = "kpis")
@SuppressWarnings("NullAway.Init") // the codec sets the fields
public final class KpiDocument {
  @BsonId public ObjectId id;
  public String accountId;
  public String kpiId;
  public String name;
  public String nameKey;
  public int nameKeyVersion;
  public List<String> ownerIds;
  public int schemaVersion;

  static KpiDocument of(Kpi kpi) {
    KpiDocument document = new KpiDocument();
    document.accountId = kpi.account().value();
    document.kpiId = kpi.id().value();
    document.name = kpi.name().value();
    document.nameKey = kpi.name().key().value();
    document.nameKeyVersion = NameKey.VERSION;
    document.ownerIds = kpi.owners().stream().map(UserId::value).toList();
    document.schemaVersion = Versions.SCHEMA;
    return document;
  }

  Kpi toDomain() {
    Versions.check(schemaVersion, nameKeyVersion);
    return new Kpi(
        new AccountId(accountId),
        new KpiId(kpiId),
        new KpiName(name),
        ownerIds.stream().map(UserId::new).toList());
  }
}
