package io.kpigroups.adapter.mongo;

import io.kpigroups.application.port.out.KpiStore;
import io.kpigroups.domain.AccountMismatch;
import io.kpigroups.domain.Actor;
import io.kpigroups.domain.Kpi;
import io.kpigroups.domain.KpiCondition;
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
  /** With each one that misses another writer has succeeded. */
  private static final int MOST_ATTEMPTS = 50;

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
    return Failures.repeatable(() -> document(viewer, id).map(KpiDocument::toDomain));
  }

  @Override
  public Entry put(Actor by, Kpi kpi, KpiCondition expected) {
    AccountMismatch.check(by.account(), kpi.account());
    indexes.require();
    return expected.isStated() ? putExpected(by, kpi, expected) : put(kpi, by);
  }

  /** What is there is compared as a whole in the very command that replaces it. */
  private Entry putExpected(Actor by, Kpi kpi, KpiCondition expected) {
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      Optional<KpiDocument> present = Failures.repeatable(() -> document(by, kpi.id()));
      expected.check(present.map(KpiDocument::toDomain));
      if (present.isPresent()) {
        Document as = as(by, present.get());
        if (Failures.once(() -> replace(as, kpi))) {
          return Entry.REPLACED;
        }
      } else if (Failures.once(() -> insert(kpi))) {
        return Entry.NEW;
      }
    }
    throw Failures.contended();
  }

  private Entry put(Kpi kpi, Actor by) {
    return Failures.repeatable(
        () -> {
          if (replace(one(by, kpi.id()), kpi)) {
            return Entry.REPLACED;
          }
          if (insert(kpi)) {
            return Entry.NEW;
          }
          if (replace(one(by, kpi.id()), kpi)) {
            return Entry.REPLACED;
          }
          throw notReplaceable(by, kpi.id());
        });
  }

  /** Replaces the entry if there is one that this version understands. */
  private boolean replace(Document one, Kpi kpi) {
    Document filter = Versions.understood(one);
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
  public void remove(Actor by, KpiId id, KpiCondition expected) {
    if (expected.isStated()) {
      removeExpected(by, id, expected);
    } else if (!Failures.repeatable(() -> delete(one(by, id)))) {
      throw new KpiNotFound(id);
    }
  }

  private void removeExpected(Actor by, KpiId id, KpiCondition expected) {
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      KpiDocument present =
          Failures.repeatable(() -> document(by, id)).orElseThrow(() -> new KpiNotFound(id));
      expected.check(Optional.of(present.toDomain()));
      if (Failures.once(() -> delete(as(by, present)))) {
        return;
      }
    }
    throw Failures.contended();
  }

  /** How many of these KPIs are registered. */
  long countOf(Actor by, List<String> ids) {
    return database
        .kpis()
        .countDocuments(
            new Document("accountId", by.account().value())
                .append("kpiId", new Document("$in", ids)));
  }

  private boolean delete(Document one) {
    return database.kpis().deleteOne(one).getDeletedCount() > 0;
  }

  private Optional<KpiDocument> document(Actor by, KpiId id) {
    return Optional.ofNullable(database.kpis().find(one(by, id)).first());
  }

  /** The entry as long as it says what it said when it was looked at. */
  private static Document as(Actor by, KpiDocument present) {
    return one(by, new KpiId(present.kpiId))
        .append("name", present.name)
        .append("ownerIds", present.ownerIds);
  }

  private static Document one(Actor actor, KpiId id) {
    return new Document("accountId", actor.account().value()).append("kpiId", id.value());
  }
}
