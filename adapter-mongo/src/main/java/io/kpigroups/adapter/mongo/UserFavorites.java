package io.kpigroups.adapter.mongo;

import static io.kpigroups.adapter.mongo.UnreadableDocument.required;

import io.kpigroups.application.port.Call;
import io.kpigroups.domain.group.KpiGroupId;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bson.Document;

/** Looks at the favorites of users, one command each. */
final class UserFavorites {
  private static final Document IDS_ONLY =
      new Document("groups.g", 1).append("version", 1).append("schemaVersion", 1);

  private final Database database;

  UserFavorites(Database database) {
    this.database = database;
  }

  /**
   * The favorites of a user in an account.
   *
   * @param version raised by every change; 0 where there never was one
   * @param groups the ids of the groups, deleted ones too
   */
  record Found(long version, Set<String> groups) {}

  /** What is true of the favorites of the user in the account. An account's id has no colon. */
  static Document one(Call user) {
    String account = user.account().value();
    return new Document("_id", account + ":" + user.user().value()).append("accountId", account);
  }

  Found of(Call user) {
    return first(user, one(user), IDS_ONLY, UserFavorites::found).orElse(new Found(0, Set.of()));
  }

  private static Found found(FavoritesDocument document) {
    return new Found(required("version", document.version), document.groupIds());
  }

  /** Whether the group is a favorite of the user. */
  boolean contains(Call user, KpiGroupId group) {
    Document filter = one(user).append("groups.g", group.value());
    return first(user, filter, new Document("schemaVersion", 1), FavoritesDocument::groupIds)
        .isPresent();
  }

  private <T> Optional<T> first(
      Call user, Document filter, Document fields, Function<FavoritesDocument, T> reader) {
    var all = new Documents<>(database.favorites(user.deadline()), reader);
    return Failures.repeatable(() -> all.first(all.find(filter).projection(fields).limit(1)));
  }
}
