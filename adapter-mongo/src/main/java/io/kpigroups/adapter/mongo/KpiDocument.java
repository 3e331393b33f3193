package io.kpigroups.adapter.mongo;

import static io.kpigroups.adapter.mongo.UnreadableDocument.required;

import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.NameKey;
import io.kpigroups.domain.value.UserId;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;

/** An entry of the register of KPIs as it is stored. */
@MongoEntity(collection = KpiDocument.COLLECTION)
@SuppressWarnings("NullAway.Init") // the codec sets the fields
public final class KpiDocument {
  static final String COLLECTION = "kpis";

  @BsonId public String id;
  public String accountId;
  public String kpiId;
  public String name;
  public String nameKey;
  public int nameKeyVersion;
  public List<String> ownerIds;
  public int schemaVersion;

  static KpiDocument of(Kpi kpi) {
    KpiDocument document = new KpiDocument();
    document.id = key(kpi.account(), kpi.id().value());
    document.accountId = kpi.account().value();
    document.kpiId = kpi.id().value();
    document.name = kpi.name().value();
    document.nameKey = kpi.name().key().value();
    document.nameKeyVersion = NameKey.VERSION;
    document.ownerIds = kpi.owners().stream().map(UserId::value).toList();
    document.schemaVersion = Versions.SCHEMA;
    return document;
  }

  /** The key of an entry; no id has a colon. */
  static String key(AccountId account, String kpiId) {
    return account.value() + ":" + kpiId;
  }

  /**
   * The KPI that is kept, as it is kept.
   *
   * @throws InvalidInput if it is none
   */
  Kpi toDomain() {
    Versions.check(schemaVersion, nameKeyVersion);
    return Kpi.stored(
        new AccountId(required("accountId", accountId)),
        new KpiId(required("kpiId", kpiId)),
        Name.stored(required("name", name)),
        required("ownerIds", ownerIds).stream().map(UserId::stored).toList());
  }
}
