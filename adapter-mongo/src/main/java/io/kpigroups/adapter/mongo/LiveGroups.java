package io.kpigroups.adapter.mongo;

import io.kpigroups.domain.AccountId;
import io.kpigroups.domain.GroupNotFound;
import io.kpigroups.domain.KpiGroup;
import io.kpigroups.domain.KpiGroupId;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.ObjectId;

/** Finds groups that are not deleted, one command each. */
final class LiveGroups {
  private final Database database;

  LiveGroups(Database database) {
    this.database = database;
  }

  /** What is true of every such group of the account. */
  static Document in(AccountId account) {
    return new Document("accountId", account.value()).append("state", GroupDocument.LIVE);
  }

  /** What is true of this group as long as it is not deleted. */
  static Document one(AccountId account, KpiGroupId id) {
    return in(account).append("_id", new ObjectId(id.value()));
  }

  Optional<KpiGroup> find(AccountId account, KpiGroupId id) {
    return Optional.ofNullable(database.groups().find(one(account, id)).first())
        .map(GroupDocument::toDomain);
  }

  KpiGroup require(AccountId account, KpiGroupId id) {
    return find(account, id).orElseThrow(GroupNotFound::new);
  }
}
