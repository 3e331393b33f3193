package io.kpigroups.adapter.mongo.document;

import java.time.Instant;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.codecs.BooleanCodec;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.Codec;
import org.bson.codecs.IntegerCodec;
import org.bson.codecs.LongCodec;
import org.bson.codecs.StringCodec;
import org.bson.codecs.jsr310.InstantCodec;

/** How the documents of each collection are read and written. */
public final class DocumentCodecs {
  private static final Codec<String> TEXT = new StringCodec();
  private static final Codec<Integer> INT = new IntegerCodec();
  private static final Codec<Long> LONG = new LongCodec();
  private static final Codec<Boolean> BOOLEAN = new BooleanCodec();
  private static final Codec<Instant> TIME = new InstantCodec();
  private static final Codec<List<BsonDocument>> ENTRIES = new ListCodec<>(new BsonDocumentCodec());

  public static final Codec<GroupDocument> GROUP =
      new FieldsCodec<>(GroupDocument.class, GroupDocument::new)
          .with("_id", TEXT, d -> d.id, (d, v) -> d.id = v)
          .with("accountId", TEXT, d -> d.accountId, (d, v) -> d.accountId = v)
          .with("state", TEXT, d -> d.state, (d, v) -> d.state = v)
          .with("version", LONG, d -> d.version, (d, v) -> d.version = v)
          .with("name", TEXT, d -> d.name, (d, v) -> d.name = v)
          .with("nameKey", TEXT, d -> d.nameKey, (d, v) -> d.nameKey = v)
          .with("nameKeyVersion", INT, d -> d.nameKeyVersion, (d, v) -> d.nameKeyVersion = v)
          .with("createdById", TEXT, d -> d.createdById, (d, v) -> d.createdById = v)
          .with("dateCreated", TIME, d -> d.dateCreated, (d, v) -> d.dateCreated = v)
          .with("modifiedById", TEXT, d -> d.modifiedById, (d, v) -> d.modifiedById = v)
          .with("dateUpdated", TIME, d -> d.dateUpdated, (d, v) -> d.dateUpdated = v)
          .with("revision", LONG, d -> d.revision, (d, v) -> d.revision = v)
          .with("deletedAt", TIME, d -> d.deletedAt, (d, v) -> d.deletedAt = v)
          .with("deletedById", TEXT, d -> d.deletedById, (d, v) -> d.deletedById = v)
          .with("restores", LONG, d -> d.restores, (d, v) -> d.restores = v)
          .with("schemaVersion", INT, d -> d.schemaVersion, (d, v) -> d.schemaVersion = v)
          .with("count", LONG, d -> d.count, (d, v) -> d.count = v)
          .with("members", ENTRIES, d -> d.members, (d, v) -> d.members = v)
          .with("outbox", ENTRIES, d -> d.outbox, (d, v) -> d.outbox = v);

  public static final Codec<KpiDocument> KPI =
      new FieldsCodec<>(KpiDocument.class, KpiDocument::new)
          .with("_id", TEXT, d -> d.id, (d, v) -> d.id = v)
          .with("accountId", TEXT, d -> d.accountId, (d, v) -> d.accountId = v)
          .with("kpiId", TEXT, d -> d.kpiId, (d, v) -> d.kpiId = v)
          .with("name", TEXT, d -> d.name, (d, v) -> d.name = v)
          .with("nameKey", TEXT, d -> d.nameKey, (d, v) -> d.nameKey = v)
          .with("nameKeyVersion", INT, d -> d.nameKeyVersion, (d, v) -> d.nameKeyVersion = v)
          .with("ownerIds", new ListCodec<>(TEXT), d -> d.ownerIds, (d, v) -> d.ownerIds = v)
          .with("schemaVersion", INT, d -> d.schemaVersion, (d, v) -> d.schemaVersion = v);

  public static final Codec<FavoritesDocument> FAVORITES =
      new FieldsCodec<>(FavoritesDocument.class, FavoritesDocument::new)
          .with("_id", TEXT, d -> d.id, (d, v) -> d.id = v)
          .with("accountId", TEXT, d -> d.accountId, (d, v) -> d.accountId = v)
          .with("version", LONG, d -> d.version, (d, v) -> d.version = v)
          .with("groups", new ListCodec<>(entry()), d -> d.groups, (d, v) -> d.groups = v)
          .with("schemaVersion", INT, d -> d.schemaVersion, (d, v) -> d.schemaVersion = v);

  public static final Codec<KeyDocument> KEY =
      new FieldsCodec<>(KeyDocument.class, KeyDocument::new)
          .with("_id", TEXT, d -> d.id, (d, v) -> d.id = v)
          .with("accountId", TEXT, d -> d.accountId, (d, v) -> d.accountId = v)
          .with("groupId", TEXT, d -> d.groupId, (d, v) -> d.groupId = v)
          .with("name", TEXT, d -> d.name, (d, v) -> d.name = v)
          .with("userId", TEXT, d -> d.userId, (d, v) -> d.userId = v)
          .with("dateCreated", TIME, d -> d.dateCreated, (d, v) -> d.dateCreated = v)
          .with("workingUntil", TIME, d -> d.workingUntil, (d, v) -> d.workingUntil = v)
          .with("done", BOOLEAN, d -> d.done, (d, v) -> d.done = v)
          .with("claim", TEXT, d -> d.claim, (d, v) -> d.claim = v)
          .with("schemaVersion", INT, d -> d.schemaVersion, (d, v) -> d.schemaVersion = v);

  private DocumentCodecs() {}

  private static Codec<FavoritesDocument.Entry> entry() {
    return new FieldsCodec<>(FavoritesDocument.Entry.class, FavoritesDocument.Entry::new)
        .with("g", TEXT, d -> d.g, (d, v) -> d.g = v)
        .with("at", TIME, d -> d.at, (d, v) -> d.at = v);
  }
}
