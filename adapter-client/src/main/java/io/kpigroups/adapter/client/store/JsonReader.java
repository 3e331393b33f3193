package io.kpigroups.adapter.client.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.kpigroups.adapter.client.http.ExceptionTranslator;
import io.kpigroups.application.port.UpstreamFailure;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.group.GroupLife;
import io.kpigroups.domain.group.KpiBatch;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.Member;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.Revision;
import io.kpigroups.domain.value.UserId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads groups and KPIs from the JSON of upstream. Unknown properties are ignored.
 *
 * <p>All methods throw {@link UpstreamFailure} if the JSON cannot be shown as what it should be.
 */
final class JsonReader {
  /** No text in UTF-8 has one, so neither an answer of ours nor a cursor could. */
  private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");

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

  /** Reads a row of a list of these groups, of a service like this one. */
  static ViewedGroup group(JsonNode json, AccountId account, GroupSelection selection) {
    ViewedGroup row = group(json, account, Optional.empty());
    if (selection.deletedAfter().isPresent()) {
      row = deleted(json, row);
    }
    return selection.kpiCount() ? row.withKpiCount(count(json.path("kpiCount"), "kpiCount")) : row;
  }

  /** Until when it is kept, is upstream's to tell. */
  private static ViewedGroup deleted(JsonNode json, ViewedGroup row) {
    KpiGroup group = row.group();
    Instant at = value(json.path("dateDeleted"), "dateDeleted", JsonReader::instant);
    Stamp deletion = new Stamp(user(json, "deletedById"), at);
    return new ViewedGroup(
        new KpiGroup(
            group.account(),
            group.id(),
            group.name(),
            group.created(),
            group.modified(),
            group.revision(),
            new GroupLife.Deleted(deletion)),
        row.favorite(),
        row.kpiCount(),
        Optional.of(value(json.path("purgeAfter"), "purgeAfter", JsonReader::instant)));
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

  /** Reads a KPI of a group, of a service like this one. */
  static Member member(JsonNode json) {
    return new Member(
        value(json.path("kpiId"), "kpiId", KpiId::new),
        valueOr(json, "name", name -> Optional.of(Name.stored(name)), Optional.empty()),
        stamp(json, "addedById", "dateAdded"));
  }

  /** Reads what a batch did, of a service like this one. */
  static KpiBatch.Result batchResult(JsonNode json) {
    return new KpiBatch.Result(kpis(json, "added"), kpis(json, "removed"), kpis(json, "unchanged"));
  }

  private static int kpis(JsonNode json, String property) {
    return (int) count(json.path(property), property, KpiBatch.MAX_KPIS);
  }

  /** Reads how many there are of something: 0 or more. */
  static long count(JsonNode number, String property) {
    return count(number, property, Long.MAX_VALUE);
  }

  private static long count(JsonNode number, String property, long max) {
    if (number.isIntegralNumber() && number.canConvertToLong()) {
      long count = number.longValue();
      if (count >= 0 && count <= max) {
        return count;
      }
    }
    throw ExceptionTranslator.unusable("\"" + property + "\" is no count.");
  }

  /** What RFC 3339 can say, as other services are told it. */
  private static Instant instant(String text) {
    Instant time = OffsetDateTime.parse(text).toInstant();
    int year = time.atOffset(ZoneOffset.UTC).getYear();
    if (year < 0 || year > 9_999) {
      throw new DateTimeException("The year " + year);
    }
    return time;
  }

  private static void checkAccount(JsonNode json, AccountId account) {
    if (!valueOr(json, "accountId", Function.identity(), account.value()).equals(account.value())) {
      throw ExceptionTranslator.unusable("It is of another account than was asked for.");
    }
  }

  /** Who and when, as far as it is known: a group that was never changed may have neither. */
  private static Stamp stamp(JsonNode json, String by, String at) {
    return new Stamp(user(json, by), valueOr(json, at, JsonReader::instant, Stamp.UNSET));
  }

  private static UserId user(JsonNode json, String property) {
    return valueOr(json, property, UserId::stored, UserId.stored(""));
  }

  /** A text that may be missing, null or empty, which all mean the same. */
  private static <T> T valueOr(JsonNode json, String property, Function<String, T> type, T absent) {
    JsonNode text = json.path(property);
    boolean isAbsent = text.isNull() || text.isMissingNode() || "".equals(text.textValue());
    return isAbsent ? absent : value(text, property, type);
  }

  private static <T> T value(JsonNode text, String property, Function<String, T> type) {
    if (text.isTextual() && !LONE_SURROGATE.matcher(text.textValue()).find()) {
      try {
        return type.apply(text.textValue());
      } catch (InvalidInput | DateTimeException e) {
        // Without its message, which may quote what upstream sent.
      }
    }
    throw ExceptionTranslator.unusable("\"" + property + "\" cannot be read.");
  }
}
