package io.kpigroups.adapter.mongo.document;

import static io.kpigroups.adapter.mongo.document.DocumentSchema.required;

import io.kpigroups.application.port.Call;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.group.KeyedCreate;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.IdempotencyKey;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.UserId;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** An idempotency key, and the group that is made under it, as they are stored. */
@MongoEntity(collection = KeyDocument.COLLECTION)
@SuppressWarnings("NullAway.Init") // the codec sets the fields
public final class KeyDocument {
  public static final String COLLECTION = "idempotency_keys";

  public String id;
  public String accountId;
  public String groupId;
  public String name;
  public String userId;
  public @Nullable Instant dateCreated;
  public @Nullable Instant workingUntil;
  public @Nullable Boolean done;

  /** Made by whoever took the key last, and known to nobody else. */
  public String claim;

  public int schemaVersion = DocumentSchema.VERSION;

  public static KeyDocument of(String id, KeyedCreate kept, String claim) {
    KpiGroup group = kept.group();
    KeyDocument document = new KeyDocument();
    document.id = id;
    document.accountId = group.account().value();
    document.groupId = group.id().value();
    document.name = group.name().value();
    document.userId = group.created().by().value();
    document.dateCreated = group.created().at();
    document.workingUntil = kept.workingUntil();
    document.done = kept.isDone();
    document.claim = claim;
    return document;
  }

  /**
   * The id of a user's key. It is unambiguous, since an account's id has no colon and the length of
   * the user's is told.
   */
  public static String id(Call by, IdempotencyKey key) {
    String user = by.user().value();
    return by.account().value() + ":" + user.length() + ":" + user + ":" + key.value();
  }

  /** Matches the document of a key. */
  public static Document one(AccountId account, String id) {
    return new Document("_id", id).append("accountId", account.value());
  }

  /** Matches the documents of keys that are kept for the group. */
  public static Document of(AccountId account, KpiGroupId group) {
    return new Document("accountId", account.value()).append("groupId", group.value());
  }

  /** Matches the document of a key if this is still what is kept. */
  public static Document unchanged(String id, KeyedCreate kept) {
    return one(kept.group().account(), id)
        .append("groupId", kept.group().id().value())
        .append("workingUntil", kept.workingUntil())
        .append("done", kept.isDone());
  }

  /** The same with times as they are stored. */
  public static KeyedCreate asStored(KeyedCreate kept) {
    Instant workingUntil = kept.workingUntil().truncatedTo(ChronoUnit.MILLIS);
    return new KeyedCreate(kept.group(), workingUntil, kept.isDone());
  }

  /**
   * What is kept under the key.
   *
   * @throws InvalidInput if it is none
   */
  public KeyedCreate toDomain() {
    DocumentSchema.check(schemaVersion, 0);
    UserId by = UserId.stored(required("userId", userId));
    KpiGroup group =
        KpiGroup.create(
            new AccountId(required("accountId", accountId)),
            new KpiGroupId(required("groupId", groupId)),
            Name.stored(required("name", name)),
            new Stamp(by, required("dateCreated", dateCreated)));
    return new KeyedCreate(group, required("workingUntil", workingUntil), required("done", done));
  }
}
