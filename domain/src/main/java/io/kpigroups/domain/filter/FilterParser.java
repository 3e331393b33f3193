package io.kpigroups.domain.filter;

import static io.kpigroups.domain.filter.JsonText.wrong;

import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.filter.GroupFilter.Operator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the text of a filter: a Mongo-style expression in JSON, whose keys need no quotation marks.
 *
 * <p>{@code $and} and {@code $or} are nested at most 8 deep, where several keys in one object count
 * as {@code $and}. A filter has at most 200 parts: each of these and each comparison. A list has at
 * most 500 values, all lists 5,000, and a text 1,000 characters.
 */
public final class FilterParser {
  private static final String AN_OBJECT =
      "An object in braces must stand here, such as {\"name\": \"Sales\"}.";

  private static final List<String> OF_KPI = List.of("$eq", "$in");
  private static final List<String> EQUALITY = List.of("$eq", "$ne", "$in", "$nin");
  private static final List<String> OF_FIELD =
      join(EQUALITY, Arrays.stream(Operator.values()).map(Operator::term));
  private static final List<String> OF_NAME = join(OF_FIELD, Stream.of("$regex"));

  private static final String KEYS =
      Arrays.stream(FilterField.values()).map(FilterField::term).collect(Collectors.joining(" "))
          + " favorite kpiId $and $or";

  private final FilterBounds bounds = new FilterBounds();
  private final JsonText json;
  private final FilterOperands operands;

  private FilterParser(String text) {
    this.json = new JsonText(text, FilterBounds.MAX_TEXT);
    this.operands = new FilterOperands(json, bounds);
  }

  private static List<String> join(List<String> some, Stream<String> more) {
    return Stream.concat(some.stream(), more).toList();
  }

  /**
   * Reads a filter. No {@code And} in it stands in an {@code And} and no {@code Or} in an {@code
   * Or}, none of them has one part only, and no list of values is empty.
   *
   * @throws InvalidInput if the text is no filter, or one that is too large; says where and why
   */
  public static GroupFilter parse(String text) {
    FilterParser parser = new FilterParser(text);
    GroupFilter filter = parser.filter();
    parser.json.end();
    FilterBounds.check(filter);
    return filter;
  }

  private GroupFilter filter() {
    int start = json.at();
    List<GroupFilter> all = new ArrayList<>();
    json.object(AN_OBJECT, (key, at) -> all.add(member(key, at)));
    if (all.isEmpty()) {
      bounds.part(start);
    }
    return GroupFilter.and(all);
  }

  private GroupFilter member(String key, int at) {
    return switch (key) {
      case "$and" -> GroupFilter.and(filters(at));
      case "$or" -> GroupFilter.or(filters(at));
      case "favorite" -> conditions(key, EQUALITY, operands::favorite);
      case "kpiId" -> conditions(key, OF_KPI, operands::kpis);
      case "_id" -> field(FilterField.ID);
      default -> field(known(key, at));
    };
  }

  private static FilterField known(String key, int at) {
    return Arrays.stream(FilterField.values())
        .filter(field -> field.term().equals(key))
        .findFirst()
        .orElseThrow(() -> wrong(at, "This key is not known; known are " + KEYS + "."));
  }

  private GroupFilter field(FilterField field) {
    return field == FilterField.NAME
        ? conditions(field.term(), OF_NAME, this::ofName)
        : conditions(field.term(), OF_FIELD, operator -> operands.compare(field, operator));
  }

  private GroupFilter ofName(String operator) {
    return operator.equals("$regex")
        ? operands.nameMatches()
        : operands.compare(FilterField.NAME, operator);
  }

  private List<GroupFilter> filters(int at) {
    bounds.enter(at);
    String expected = "An array of one or more objects must stand here.";
    int start = json.at();
    List<GroupFilter> filters = new ArrayList<>();
    json.array(expected, () -> filters.add(filter()));
    if (filters.isEmpty()) {
      throw wrong(start, expected);
    }
    bounds.leave();
    return filters;
  }

  /** Reads what is said of a field: a value, or an object of operators. */
  private GroupFilter conditions(
      String field, List<String> operators, Function<String, GroupFilter> condition) {
    int start = json.at();
    if (!json.isNext('{')) {
      bounds.part(start);
      return condition.apply("$eq");
    }
    String expected =
        field
            + " takes a value, or an object of one or more of "
            + String.join(" ", operators)
            + ".";
    List<GroupFilter> all = new ArrayList<>();
    json.object(
        AN_OBJECT,
        (key, at) -> {
          if (!operators.contains(key)) {
            throw wrong(at, expected);
          }
          bounds.part(at);
          all.add(condition.apply(key));
        });
    if (all.isEmpty()) {
      throw wrong(start, expected);
    }
    return GroupFilter.and(all);
  }
}
