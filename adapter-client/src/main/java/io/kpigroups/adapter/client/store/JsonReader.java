package io.kpigroups.adapter.client.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.kpigroups.adapter.client.http.ExceptionTranslator;
import io.kpigroups.application.port.UpstreamFailure;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.Revision;
import io.kpigroups.domain.value.UserId;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads groups and KPIs from the JSON of upstream. Unknown properties are ignored.
 *
 * <p>All methods throw {@link UpstreamFailure} if the JSON cannot be shown as what it should be.
 */
final class JsonReader {
  private JsonReader() {}

  /**
   * Reads a group.
   *
   * @param account the account that was asked; a group of any other is refused
   * @param entityTag the header {@code ETag} of the response
   */
  static ViewedGroup group(JsonNode json, AccountId account, Optional<String> entityTag) {
    checkAccount(json, account);
    boolean favorite = json.path("favorite").asBoolean(false);
    KpiGroup group =
        new KpiGroup(
            account,
            value(json.path("id"), "id", KpiGroupId::new),
            value(json.path("name"), "name", Name::stored),
            stamp(json, "createdById", "dateCreated"),
            stamp(json, "modifiedById", "dateUpdated"),
            Revision.FIRST);
    return new ViewedGroup(EntityTags.withRevision(group, favorite, entityTag), favorite);
  }

  /** Reads a KPI. The reference does not show its JSON, so only an id and a name are required. */
  static Kpi kpi(JsonNode json, AccountId account) {
    checkAccount(json, account);
    List<UserId> owners = new ArrayList<>();
    json.path("ownerIds").forEach(id -> owners.add(value(id, "ownerIds", UserId::stored)));
    return Kpi.stored(
        account,
        value(json.path("id"), "id", KpiId::new),
        value(json.path("name"), "name", Name::stored),
        owners);
  }

  private static void checkAccount(JsonNode json, AccountId account) {
    if (!valueOr(json, "accountId", Function.identity(), account.value()).equals(account.value())) {
      throw ExceptionTranslator.unusable("It is of another account than was asked for.");
    }
  }

  /** Who and when, as far as it is known: a group that was never changed may have neither. */
  private static Stamp stamp(JsonNode json, String by, String at) {
    return new Stamp(
        valueOr(json, by, UserId::stored, UserId.stored("")),
        valueOr(json, at, text -> OffsetDateTime.parse(text).toInstant(), Stamp.UNSET));
  }

  /** A text that may be missing, null or empty, which all mean the same. */
  private static <T> T valueOr(JsonNode json, String property, Function<String, T> type, T absent) {
    JsonNode text = json.path(property);
    boolean isAbsent = text.isNull() || text.isMissingNode() || "".equals(text.textValue());
    return isAbsent ? absent : value(text, property, type);
  }

  private static <T> T value(JsonNode text, String property, Function<String, T> type) {
    if (text.isTextual()) {
      try {
        return type.apply(text.textValue());
      } catch (InvalidInput | DateTimeException e) {
        // Without its message, which may quote what upstream sent.
      }
    }
    throw ExceptionTranslator.unusable("\"" + property + "\" cannot be read.");
  }
}
