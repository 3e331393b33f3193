package io.kpigroups.adapter.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.CountOptions;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.KpiStore;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.KpiField;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.value.AccountId;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** The register of KPIs in the collection {@code kpis}, as it is read. */
final class MongoKpis implements KpiStore {
  private final Database database;

  MongoKpis(Database database) {
    this.database = database;
  }

  /** What is true of the entry of this KPI. */
  static Document one(AccountId account, KpiId id) {
    return new Document("_id", KpiDocument.key(account, id.value()))
        .append("accountId", account.value());
  }

  private static Document all(AccountId account) {
    return new Document("accountId", account.value());
  }

  @Override
  public Page<Kpi> list(Call viewer, ListQuery<KpiField> query) {
    Documents<KpiDocument, Kpi> documents = documents(viewer);
    List<Kpi> rows =
        Failures.repeatable(
            () ->
                documents.all(
                    Pages.rows(
                        documents.find(all(viewer.account())),
                        Sorting.kpis(query),
                        query.range(),
                        query.count())));
    return Pages.of(rows, query.range(), query.count(), () -> count(viewer, Integer.MAX_VALUE));
  }

  @Override
  public Optional<Kpi> find(Call viewer, KpiId id) {
    Documents<KpiDocument, Kpi> documents = documents(viewer);
    return Failures.repeatable(
        () -> documents.first(documents.find(one(viewer.account(), id)).limit(1)));
  }

  private Documents<KpiDocument, Kpi> documents(Call viewer) {
    return new Documents<>(database.kpis(viewer.deadline()), KpiDocument::toDomain);
  }

  /** How many KPIs the account has; not counted on beyond {@code most}. */
  long count(Call call, int most) {
    return count(call, all(call.account()), most);
  }

  /** How many of these KPIs are registered. */
  long countOf(Call call, List<String> ids) {
    List<String> keys = ids.stream().map(id -> KpiDocument.key(call.account(), id)).toList();
    Document these = all(call.account()).append("_id", new Document("$in", keys));
    return count(call, these, Integer.MAX_VALUE);
  }

  private long count(Call call, Document filter, int most) {
    MongoCollection<KpiDocument> kpis = database.kpis(call.deadline());
    CountOptions enough = new CountOptions().limit(most);
    return Failures.repeatable(() -> kpis.countDocuments(filter, enough));
  }
}
