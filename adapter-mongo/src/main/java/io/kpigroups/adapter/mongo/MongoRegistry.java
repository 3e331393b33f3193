package io.kpigroups.adapter.mongo;

import com.mongodb.client.MongoCollection;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.OutcomeUnknown;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.application.port.out.KpiRegistry;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiCondition;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.kpi.RegisterEntry;
import io.kpigroups.domain.kpi.RegisterEntry.Effect;
import io.kpigroups.domain.value.UserId;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.bson.Document;

/**
 * Changes to the register of KPIs.
 *
 * <p>A call that expects nothing of the entry sets a state, and its change is conditional on
 * whether there is an entry only. One that does is conditional on all that was looked at.
 */
final class MongoRegistry implements KpiRegistry {
  private final Database database;
  private final MongoKpis kpis;

  MongoRegistry(Database database, MongoKpis kpis) {
    this.database = database;
    this.kpis = kpis;
  }

  @Override
  public Effect put(Call by, Kpi kpi, KpiCondition expected, AccountLimits limits) {
    while (true) {
      Optional<Kpi> present = kpis.find(by, kpi.id());
      Effect effect =
          new RegisterEntry(by.account(), present)
              .put(kpi, expected, () -> kpis.count(by, limits.kpisPerAccount()), limits);
      BooleanSupplier change =
          effect == Effect.NEW
              ? () -> insert(by, kpi)
              : () -> replace(by, one(by, kpi.id(), present, expected), kpi);
      if (make(by, kpi.id(), present, expected, change)) {
        return effect;
      }
    }
  }

  @Override
  public void remove(Call by, KpiId id, KpiCondition expected) {
    while (true) {
      Optional<Kpi> present = kpis.find(by, id);
      new RegisterEntry(by.account(), present).remove(id, expected);
      Document one = one(by, id, present, expected);
      if (make(by, id, present, expected, () -> delete(by, one))) {
        return;
      }
    }
  }

  /** Whether the change was made; it was not if the entry is not as it was looked at. */
  private boolean make(
      Call by, KpiId id, Optional<Kpi> present, KpiCondition expected, BooleanSupplier change) {
    if (!expected.isStated()) {
      return Failures.repeatable(change::getAsBoolean);
    }
    try {
      return Failures.once(change::getAsBoolean);
    } catch (OutcomeUnknown lost) {
      settle(by, id, present, change, lost);
      return true;
    }
  }

  /**
   * Sends a change again whose answer was lost, where a look shows that nothing has happened. Whose
   * work another entry is cannot be seen.
   *
   * @throws OutcomeUnknown the one that was lost, if it stays so
   */
  private void settle(
      Call by, KpiId id, Optional<Kpi> present, BooleanSupplier change, OutcomeUnknown lost) {
    try {
      if (kpis.find(by, id).equals(present) && Failures.once(change::getAsBoolean)) {
        return;
      }
    } catch (StorageUnavailable | OutcomeUnknown e) {
      lost.addSuppressed(e);
    }
    throw lost;
  }

  /** The entry, as long as it says what was looked at if something is expected of it. */
  private static Document one(Call by, KpiId id, Optional<Kpi> present, KpiCondition expected) {
    Document one = Versions.understood(MongoKpis.one(by.account(), id));
    present
        .filter(kpi -> expected.isStated())
        .ifPresent(
            kpi ->
                one.append("name", kpi.name().value())
                    .append("ownerIds", kpi.owners().stream().map(UserId::value).toList()));
    return one;
  }

  private boolean insert(Call by, Kpi kpi) {
    MongoCollection<KpiDocument> all = database.kpis(by.deadline());
    return Failures.unlessDuplicate(() -> all.insertOne(KpiDocument.of(kpi)));
  }

  private boolean replace(Call by, Document one, Kpi kpi) {
    return database.kpis(by.deadline()).replaceOne(one, KpiDocument.of(kpi)).getMatchedCount() == 1;
  }

  private boolean delete(Call by, Document one) {
    return database.kpis(by.deadline()).deleteOne(one).getDeletedCount() == 1;
  }
}
