package io.kpigroups.adapter.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.CountOptions;
import io.kpigroups.application.port.Call;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.value.AccountId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.RawBsonDocument;

/** Looks at groups, one command each, and leaves their members where they are. */
final class GroupDocuments {
  /** All of a group but what may be large. */
  static final Document WITHOUT_MEMBERS = new Document("members", 0).append("outbox", 0);

  private final Database database;

  GroupDocuments(Database database) {
    this.database = database;
  }

  /** What is true of this group, whatever its life. */
  static Document one(AccountId account, KpiGroupId id) {
    return new Document("_id", id.value()).append("accountId", account.value());
  }

  /** What is true of this group as long as it is not deleted. */
  static Document live(AccountId account, KpiGroupId id) {
    return one(account, id).append("state", GroupDocument.LIVE);
  }

  /** What is true of every group of the account that is not deleted. */
  static Document live(AccountId account) {
    return new Document("accountId", account.value()).append("state", GroupDocument.LIVE);
  }

  static Documents<GroupDocument, KpiGroup> in(MongoCollection<GroupDocument> groups) {
    return new Documents<>(groups, GroupDocument::toDomain);
  }

  /** The group, whatever its life. */
  Optional<KpiGroup> find(Call call, KpiGroupId id) {
    return first(call, one(call.account(), id));
  }

  /** The group that is not deleted. */
  Optional<KpiGroup> findLive(Call call, KpiGroupId id) {
    return first(call, live(call.account(), id));
  }

  /** The group of this id that is in another account, as far as the id is known to be taken. */
  Optional<KpiGroup> findElsewhere(Call call, KpiGroupId id) {
    Document others = new Document("$ne", call.account().value());
    return first(call, new Document("_id", id.value()).append("accountId", others));
  }

  private Optional<KpiGroup> first(Call call, Document filter) {
    Documents<GroupDocument, KpiGroup> groups = in(database.groups(call.deadline()));
    return Failures.repeatable(
        () -> groups.first(groups.find(filter).projection(WITHOUT_MEMBERS).limit(1)));
  }

  /** The groups of these rows. */
  List<KpiGroup> all(Call call, List<RawBsonDocument> rows) {
    return in(database.groups(call.deadline())).all(rows);
  }

  /** How many live groups the account has; not counted on beyond {@code most}. */
  long countLive(Call call, int most) {
    return count(call, live(call.account()), most);
  }

  /** How many of these groups are live; not counted on beyond {@code most}. */
  long countLive(Call call, Collection<String> ids, int most) {
    return count(call, live(call.account()).append("_id", new Document("$in", ids)), most);
  }

  private long count(Call call, Document filter, int most) {
    CountOptions enough = new CountOptions().limit(most);
    MongoCollection<GroupDocument> groups = database.groups(call.deadline());
    return Failures.repeatable(() -> groups.countDocuments(filter, enough));
  }
}
