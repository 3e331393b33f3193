package io.kpigroups.domain.filter;

import static io.kpigroups.domain.filter.JsonText.wrong;

import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.filter.GroupFilter.Comparison;
import io.kpigroups.domain.filter.GroupFilter.Favorite;
import io.kpigroups.domain.filter.GroupFilter.HasKpi;
import io.kpigroups.domain.filter.GroupFilter.NameMatches;
import io.kpigroups.domain.filter.GroupFilter.NoneOf;
import io.kpigroups.domain.filter.GroupFilter.OneOf;
import io.kpigroups.domain.filter.GroupFilter.Operator;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.FieldValue;
import io.kpigroups.domain.value.FieldValue.Text;
import io.kpigroups.domain.value.FieldValue.Time;
import io.kpigroups.domain.value.UserId;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads what stands behind an operator, and makes the comparison of it. */
final class FilterOperands {
  private static final GroupFilter NO_GROUP = GroupFilter.or(List.of());

  private final JsonText json;

  FilterOperands(JsonText json) {
    this.json = json;
  }

  /** The user's favorites; one of $eq, $ne, $in, $nin. */
  GroupFilter favorite(String operator) {
    List<Boolean> values = values(operator, () -> json.truth("favorite takes true or false."));
    boolean yes = values.contains(true) != isNegated(operator);
    boolean no = values.contains(false) != isNegated(operator);
    if (yes && no) {
      return GroupFilter.ALL;
    }
    return yes || no ? new Favorite(yes) : NO_GROUP;
  }

  /** The groups that KPIs are in; $eq or $in. */
  GroupFilter kpis(String operator) {
    List<KpiId> kpis = values(operator, () -> text("kpiId", KpiId::new));
    return kpis.isEmpty() ? NO_GROUP : new HasKpi(kpis);
  }

  /** What the name looks like. */
  GroupFilter nameMatches() {
    return new NameMatches(text("$regex", FilterOperands::pattern));
  }

  /** A comparison of a field; one of $eq, $ne, $in, $nin, $gt, $gte, $lt, $lte. */
  GroupFilter compare(FilterField field, String operator) {
    Optional<Operator> order =
        Arrays.stream(Operator.values()).filter(known -> known.term().equals(operator)).findFirst();
    if (order.isPresent()) {
      return order(field, order.get());
    }
    List<FieldValue> values =
        values(operator, () -> exact(field)).stream().flatMap(Optional::stream).toList();
    if (isNegated(operator)) {
      return values.isEmpty() ? GroupFilter.ALL : new NoneOf(field, values);
    }
    return values.isEmpty() ? NO_GROUP : new OneOf(field, values);
  }

  private static boolean isNegated(String operator) {
    return operator.equals("$ne") || operator.equals("$nin");
  }

  /** A time between two milliseconds is after the first of them and before the other. */
  private GroupFilter order(FilterField field, Operator operator) {
    if (!field.isTime()) {
      return new Comparison(field, operator, new Text(text(field)));
    }
    TimeLiteral time = text(field.term(), TimeLiteral::of);
    Operator whole =
        switch (operator) {
          case GREATER, AT_LEAST -> Operator.GREATER;
          case LESS, AT_MOST -> Operator.AT_MOST;
        };
    return new Comparison(field, time.isFiner() ? whole : operator, new Time(time.floor()));
  }

  /** A value that a group may have; empty for a time between two milliseconds. */
  private Optional<FieldValue> exact(FilterField field) {
    if (!field.isTime()) {
      return Optional.of(new Text(text(field)));
    }
    TimeLiteral time = text(field.term(), TimeLiteral::of);
    return time.isFiner() ? Optional.empty() : Optional.of(new Time(time.floor()));
  }

  private String text(FilterField field) {
    return text(
        field.term(),
        text ->
            switch (field) {
              case ID -> new KpiGroupId(text).value();
              case NAME -> bounded(Normalizer.normalize(text, Normalizer.Form.NFC));
              default -> new UserId(text).value();
            });
  }

  private static NamePattern pattern(String text) {
    NamePattern pattern = NamePattern.of(text);
    bounded(pattern.regex());
    return pattern;
  }

  /** A text may grow in normalisation form C. */
  private static String bounded(String text) {
    if (text.codePointCount(0, text.length()) > FilterBounds.MAX_TEXT) {
      throw new InvalidInput(JsonText.tooLong(FilterBounds.MAX_TEXT) + " in normalisation form C.");
    }
    return text;
  }

  private <T> T text(String what, Function<String, T> meaning) {
    int at = json.at();
    String text = json.string(what + " takes a text in double quotation marks.");
    try {
      return meaning.apply(text);
    } catch (InvalidInput e) {
      throw wrong(at, e.getMessage());
    }
  }

  private <T> List<T> values(String operator, Supplier<T> value) {
    if (!operator.equals("$in") && !operator.equals("$nin")) {
      return List.of(value.get());
    }
    List<T> values = new ArrayList<>();
    json.array(
        operator + " takes an array of values.",
        () -> {
          FilterBounds.listed(values.size() + 1, json.at());
          values.add(value.get());
        });
    return values;
  }
}
