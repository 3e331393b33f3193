package io.kpigroups.adapter.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.kpigroups.domain.AccountId;
import io.kpigroups.domain.InvalidInput;
import io.kpigroups.domain.KpiGroup;
import io.kpigroups.domain.KpiGroupId;
import io.kpigroups.domain.KpiGroupName;
import io.kpigroups.domain.Stamp;
import io.kpigroups.domain.UpstreamFailure;
import io.kpigroups.domain.UserId;
import io.kpigroups.domain.ViewedGroup;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Makes a group of upstream's JSON. */
final class GroupReader {
  private GroupReader() {}

  /**
   * The group that this JSON is.
   *
   * @param account the account that was asked; a group of any other is not let through
   * @param entityTag upstream's, where it sent one
   * @throws UpstreamFailure if the JSON is no group that we can show
   */
  static ViewedGroup read(JsonNode json, AccountId account, Optional<String> entityTag) {
    if (!Json.textOr(json, "accountId", account.value()).equals(account.value())) {
      throw Failures.unusable("A group of another account than was asked for.");
    }
    UserId creator = Json.value(json, "createdById", UserId::new);
    boolean favorite = json.path("favorite").asBoolean(false);
    KpiGroup group =
        new KpiGroup(
            account,
            Json.value(json, "id", KpiGroupId::new),
            Json.value(json, "name", KpiGroupName::stored),
            new Stamp(creator, date(json, "dateCreated")),
            new Stamp(modifier(json, creator), date(json, "dateUpdated")),
            Revisions.NONE);
    return new ViewedGroup(Revisions.mark(group, favorite, entityTag), favorite);
  }

  /** A group that was never changed may lack who changed it last. */
  private static UserId modifier(JsonNode json, UserId creator) {
    return Json.textOr(json, "modifiedById", "").isEmpty()
        ? creator
        : Json.value(json, "modifiedById", UserId::new);
  }

  private static Instant date(JsonNode json, String property) {
    String text = Json.textOr(json, property, "");
    if (text.isEmpty()) {
      return Stamp.UNSET;
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException | InvalidInput e) {
      throw Failures.unusable("\"" + property + "\" is no date.");
    }
  }
}
