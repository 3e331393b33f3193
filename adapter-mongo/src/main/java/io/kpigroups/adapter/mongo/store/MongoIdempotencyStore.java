package io.kpigroups.adapter.mongo.store;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import io.kpigroups.adapter.mongo.document.KeyDocument;
import io.kpigroups.adapter.mongo.document.Projection;
import io.kpigroups.adapter.mongo.driver.MongoCollections;
import io.kpigroups.adapter.mongo.driver.TimedCollection;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.OutcomeUnknown;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.application.port.out.IdempotencyStore;
import io.kpigroups.domain.group.KeyedCreate;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.IdempotencyKey;
import io.kpigroups.domain.value.Name;
import java.time.Instant;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;

/** Idempotency keys in the collection {@code idempotency_keys}. */
public record MongoIdempotencyStore(MongoCollections collections) implements IdempotencyStore {
  private static final Bson DONE = Updates.set("done", true);

  private static final Projection<KeyDocument, Found> AS_FOUND =
      new Projection<>(
          Projections.fields(), document -> new Found(document.toDomain(), document.claim));

  /**
   * What is kept under a key.
   *
   * @param claim the mark of whoever took the key last
   */
  private record Found(KeyedCreate kept, String claim) {}

  /**
   * Takes the key. One that was never used takes one command: an insert fails if it is taken.
   *
   * <p>If the answer was lost, a look tells by the mark whether it was taken. If not even that can
   * be found out, nobody makes the group: so the same request may be repeated.
   */
  @Override
  public KeyedCreate claim(Call by, IdempotencyKey key, KpiGroupId id, Name name, Instant now) {
    String keyId = KeyDocument.id(by, key);
    String claim = new ObjectId().toHexString();
    KeyedCreate wanted = KeyDocument.asStored(IdempotencyStore.wanted(by, id, name, now));
    try {
      return new ConditionalChange<Optional<Found>, KeyedCreate>(
              () -> keys(by).first(KeyDocument.one(by.account(), keyId), AS_FOUND),
              found -> wanted.claim(found.map(Found::kept), now),
              (found, kept) -> keep(by, keyId, found, kept, claim),
              (found, kept) -> found.filter(it -> it.claim().equals(claim)).map(Found::kept),
              () -> confirm(by, keyId))
          .make(Optional.empty());
    } catch (OutcomeUnknown lost) {
      String text = "The idempotency key may be taken by now. Nothing was made under it.";
      throw new StorageUnavailable(text, lost);
    }
  }

  private boolean keep(
      Call by, String keyId, Optional<Found> found, KeyedCreate kept, String claim) {
    KeyDocument document = KeyDocument.of(keyId, kept, claim);
    return found
        .map(Found::kept)
        .map(
            before ->
                kept.equals(before)
                    || keys(by).once().replace(KeyDocument.unchanged(keyId, before), document))
        .orElseGet(() -> keys(by).once().insert(document));
  }

  /** An update that changes nothing still waits until most members have all earlier writes. */
  private void confirm(Call by, String keyId) {
    keys(by)
        .once()
        .update(KeyDocument.one(by.account(), keyId), Updates.setOnInsert("done", false));
  }

  @Override
  public void finish(Call by, IdempotencyKey key, KeyedCreate made) {
    Document ofGroup = KeyDocument.one(by.account(), KeyDocument.id(by, key));
    keys(by).update(ofGroup.append("groupId", made.group().id().value()), DONE);
  }

  @Override
  public void release(Call by, IdempotencyKey key, KeyedCreate claimed) {
    keys(by).delete(KeyDocument.unchanged(KeyDocument.id(by, key), claimed));
  }

  @Override
  public void sweep(Instant createdBy, Deadline deadline) {
    Document old = new Document("dateCreated", new Document("$lte", createdBy));
    collections.keys(deadline).deleteAll(old);
  }

  /** Marks the keys that are kept for the group as done, so that nobody makes it again. */
  void finishAll(AccountId account, KpiGroupId group, Deadline deadline) {
    collections.keys(deadline).updateAll(KeyDocument.of(account, group), DONE);
  }

  private TimedCollection<KeyDocument> keys(Call call) {
    return collections.keys(call.deadline());
  }
}
