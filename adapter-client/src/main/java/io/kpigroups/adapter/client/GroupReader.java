package io.kpigroups.adapter.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.kpigroups.application.port.UpstreamFailure;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.UserId;
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
    boolean favorite = json.path("favorite").asBoolean(false);
    KpiGroup group =
        new KpiGroup(
            account,
            Json.value(json, "id", KpiGroupId::new),
            Json.value(json, "name", Name::stored),
            stamp(json, "createdById", "dateCreated"),
            stamp(json, "modifiedById", "dateUpdated"),
            Revisions.NONE);
    return new ViewedGroup(Revisions.mark(group, favorite, entityTag), favorite);
  }

  /** Who and when, as far as it is known: a group that was never changed may lack either. */
  private static Stamp stamp(JsonNode json, String by, String at) {
    return new Stamp(UserId.stored(Json.textOr(json, by, "")), date(json, at));
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
