package io.kpigroups.adapter.mongo;

import io.kpigroups.application.port.out.KpiStore;
import io.kpigroups.domain.AccountMismatch;
import io.kpigroups.domain.Actor;
import io.kpigroups.domain.Kpi;
import io.kpigroups.domain.KpiId;
import io.kpigroups.domain.KpiNotFound;
import io.kpigroups.domain.KpiQuery;
import io.kpigroups.domain.Page;
import io.kpigroups.domain.StorageUnavailable;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** The register of KPIs in the collection {@code kpis}. */
final class MongoKpis implements KpiStore {
  private final Database database;
  private final IndexSetup indexes;

  MongoKpis(Database database, IndexSetup indexes) {
    this.database = database;
    this.indexes = indexes;
  }

  @Override
  public Page<Kpi> list(Actor viewer, KpiQuery query) {
    return Failures.repeatable(
        () -> {
          Document filter = new Document("accountId", viewer.account().value());
          List<Kpi> items =
              UnreadableDocument.readAll(
                  Pages.rows(database.kpis().find(filter), Sorting.kpis(query), query.range()),
                  KpiDocument::toDomain);
          return Pages.of(items, query.range(), () -> database.kpis().countDocuments(filter));
        });
  }

  @Override
  public Optional<Kpi> find(Actor viewer, KpiId id) {
    return Failures.repeatable(
        () ->
            Optional.ofNullable(database.kpis().find(one(viewer, id)).first())
                .map(KpiDocument::toDomain));
  }

  @Override
  public Entry put(Actor by, Kpi kpi) {
    AccountMismatch.check(by.account(), kpi.account());
    indexes.require();
    return Failures.repeatable(
        () -> {
          if (replace(by, kpi)) {
            return Entry.REPLACED;
          }
          if (insert(kpi)) {
            return Entry.NEW;
          }
          if (replace(by, kpi)) {
            return Entry.REPLACED;
          }
          throw notReplaceable(by, kpi.id());
        });
  }

  /** Replaces the entry if there is one that this version understands. */
  private boolean replace(Actor by, Kpi kpi) {
    Document filter = Versions.understood(one(by, kpi.id()));
    return database.kpis().replaceOne(filter, KpiDocument.of(kpi)).getMatchedCount() > 0;
  }

  /** Inserts the entry; of racing callers the unique index lets one through. */
  private boolean insert(Kpi kpi) {
    return Failures.unlessDuplicate(() -> database.kpis().insertOne(KpiDocument.of(kpi)));
  }

  /** Neither absent nor to be replaced: of a newer version, or entered and removed meanwhile. */
  private StorageUnavailable notReplaceable(Actor by, KpiId id) {
    find(by, id);
    return Failures.contended();
  }

  @Override
  public void remove(Actor by, KpiId id) {
    long removed =
        Failures.repeatable(() -> database.kpis().deleteOne(one(by, id)).getDeletedCount());
    if (removed == 0) {
      throw new KpiNotFound(id);
    }
  }

  private static Document one(Actor actor, KpiId id) {
    return new Document("accountId", actor.account().value()).append("kpiId", id.value());
  }
}
