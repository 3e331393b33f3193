package io.kpigroups.adapter.mongo.document;

import static io.kpigroups.adapter.mongo.document.DocumentSchema.required;

import com.mongodb.client.model.Projections;
import io.kpigroups.domain.access.Actor;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.KpiFilter;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.NameKey;
import io.kpigroups.domain.value.UserId;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;

/** An entry of the register of KPIs as it is stored. */
@MongoEntity(collection = KpiDocument.COLLECTION)
@SuppressWarnings("NullAway.Init") // the codec sets the fields
public final class KpiDocument {
  public static final String COLLECTION = "kpis";

  public static final Projection<KpiDocument, Kpi> AS_KPI =
      new Projection<>(Projections.fields(), KpiDocument::toDomain);

  /** The name of an entry, and whose it is. */
  public static final Projection<KpiDocument, Map.Entry<KpiId, Name>> AS_NAME =
      new Projection<>(
          Projections.include("kpiId", "name", "nameKeyVersion", "schemaVersion"),
          document -> document.toName());

  public String id;
  public String accountId;
  public String kpiId;
  public String name;
  public String nameKey;
  public int nameKeyVersion = NameKey.VERSION;
  public List<String> ownerIds;
  public int schemaVersion = DocumentSchema.VERSION;

  public static KpiDocument of(Kpi kpi) {
    KpiDocument document = new KpiDocument();
    document.id = key(kpi.account(), kpi.id().value());
    document.accountId = kpi.account().value();
    document.kpiId = kpi.id().value();
    document.name = kpi.name().value();
    document.nameKey = kpi.name().key().value();
    document.ownerIds = ownerIds(kpi);
    return document;
  }

  /** The key of an entry. An account's id has no colon. */
  private static String key(AccountId account, String id) {
    return account.value() + ":" + id;
  }

  public static List<String> ownerIds(Kpi kpi) {
    return kpi.owners().stream().map(UserId::value).toList();
  }

  /** Matches the entries of the account. */
  public static Document all(AccountId account) {
    return new Document("accountId", account.value());
  }

  /** The entries of the account that pass the filter, but for whether they are in a group. */
  public static Selected selected(Actor viewer, KpiFilter filter) {
    Stream<Document> named = filter.search().stream().map(NameKeys::containing);
    Stream<Document> owned =
        filter.owner().stream().map(one -> new Document("ownerIds", one.user(viewer).value()));
    return new Selected(all(viewer.account()), "kpiId", Stream.concat(named, owned).toList());
  }

  /** Matches the entry of this KPI. */
  public static Document one(AccountId account, KpiId id) {
    return all(account).append("_id", key(account, id.value()));
  }

  /** Matches the entries of these KPIs. */
  public static Document these(AccountId account, Collection<String> ids) {
    List<String> keys = ids.stream().map(id -> key(account, id)).toList();
    return all(account).append("_id", new Document("$in", keys));
  }

  /**
   * The KPI, as it is stored.
   *
   * @throws InvalidInput if it is none
   */
  private Kpi toDomain() {
    Map.Entry<KpiId, Name> named = toName();
    return Kpi.stored(
        new AccountId(required("accountId", accountId)),
        named.getKey(),
        named.getValue(),
        required("ownerIds", ownerIds).stream().map(UserId::stored).toList());
  }

  private Map.Entry<KpiId, Name> toName() {
    DocumentSchema.check(schemaVersion, nameKeyVersion);
    return Map.entry(new KpiId(required("kpiId", kpiId)), Name.stored(required("name", name)));
  }
}
