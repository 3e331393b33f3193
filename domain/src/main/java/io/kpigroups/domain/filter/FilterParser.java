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
 * Reads the text of a filter: a Mongo-style expression in JSON, whose keys need no quotation marks,
 * such as <code>{name: {$regex: "^Market"}, favorite: true}</code>.
 *
 * <p>Its keys are the terms of {@link FilterField} (or {@code _id}), {@code favorite} and {@code
 * kpiId}. Each takes a value, or an object of {@code $eq $ne $in $nin $gt $gte $lt $lte}: {@code
 * favorite} only the first four, {@code kpiId} only {@code $eq} and {@code $in}. A {@code name}
 * takes {@code $regex} too: what {@link NamePattern} can say, by <code>^ $ .*</code> and text.
 * Texts stand in double quotation marks, and times in them are as in RFC 3339.
 *
 * <p>{@code $and} and {@code $or} are nested at most 8 deep, where several keys in one object count
 * as {@code $and}. A filter has at most 200 parts: each of these and each comparison. A list has at
 * most 500 values, and a text 1,000 characters.
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
      Arrays.stream(FilterField.values())
          .map(field -> field == FilterField.ID ? "id _id" : field.term())
          .collect(Collectors.joining(" ", "", " favorite kpiId $and $or"));

  /**
   * A part that was read.
   *
   * @param height how many $and and $or are in each other in it, where they are most
   */
  private record Part(GroupFilter filter, int height) {
    /** Joins parts in so many $and or $or. */
    static Part joined(
        List<Part> parts, Function<List<GroupFilter>, GroupFilter> join, int levels) {
      return new Part(
          join.apply(parts.stream().map(Part::filter).toList()),
          levels + parts.stream().mapToInt(Part::height).max().orElse(0));
    }
  }

  private final FilterBounds bounds = new FilterBounds();
  private final JsonText json;
  private final FilterOperands operands;

  private FilterParser(String text) {
    this.json = new JsonText(text, FilterBounds.MAX_TEXT);
    this.operands = new FilterOperands(json);
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
    GroupFilter filter = parser.object(0).filter();
    parser.json.end();
    return filter;
  }

  /** Reads an object that stands in so many $and and $or. */
  private Part object(int depth) {
    int start = json.at();
    List<Part> all = new ArrayList<>();
    json.object(
        AN_OBJECT,
        (key, at) -> {
          beginKey(all, depth, at);
          all.add(member(key, at, all.isEmpty() ? depth : depth + 1));
        });
    if (all.isEmpty()) {
      bounds.part(start);
    }
    return all(all);
  }

  /** The second key in an object makes it an $and, also around what stands before that key. */
  private void beginKey(List<Part> before, int depth, int at) {
    if (before.size() == 1) {
      bounds.nested(depth + 1 + before.get(0).height(), at);
    }
  }

  private static Part all(List<Part> ofObject) {
    return Part.joined(ofObject, GroupFilter::and, ofObject.size() > 1 ? 1 : 0);
  }

  private Part member(String key, int at, int depth) {
    return switch (key) {
      case "$and" -> Part.joined(objects(at, depth + 1), GroupFilter::and, 1);
      case "$or" -> Part.joined(objects(at, depth + 1), GroupFilter::or, 1);
      case "favorite" -> conditions(key, depth, EQUALITY, operands::favorite);
      case "kpiId" -> conditions(key, depth, OF_KPI, operands::kpis);
      case "_id" -> field(FilterField.ID, depth);
      default -> field(known(key, at), depth);
    };
  }

  private static FilterField known(String key, int at) {
    return Arrays.stream(FilterField.values())
        .filter(field -> field.term().equals(key))
        .findFirst()
        .orElseThrow(() -> wrong(at, "This key is not known; known are " + KEYS + "."));
  }

  private Part field(FilterField field, int depth) {
    return field == FilterField.NAME
        ? conditions(field.term(), depth, OF_NAME, this::ofName)
        : conditions(field.term(), depth, OF_FIELD, operator -> operands.compare(field, operator));
  }

  private GroupFilter ofName(String operator) {
    return operator.equals("$regex")
        ? operands.nameMatches()
        : operands.compare(FilterField.NAME, operator);
  }

  private List<Part> objects(int at, int depth) {
    bounds.nested(depth, at);
    String expected = "An array of one or more objects must stand here.";
    int start = json.at();
    List<Part> objects = new ArrayList<>();
    json.array(expected, () -> objects.add(object(depth)));
    if (objects.isEmpty()) {
      throw wrong(start, expected);
    }
    return objects;
  }

  /** Reads what is said of a field: a value, or an object of operators. */
  private Part conditions(
      String field, int depth, List<String> operators, Function<String, GroupFilter> condition) {
    int start = json.at();
    if (!json.isNext('{')) {
      bounds.part(start);
      return new Part(condition.apply("$eq"), 0);
    }
    String expected =
        field
            + " takes a value, or an object of one or more of "
            + String.join(" ", operators)
            + ".";
    List<Part> all = new ArrayList<>();
    json.object(
        AN_OBJECT,
        (key, at) -> {
          if (!operators.contains(key)) {
            throw wrong(at, expected);
          }
          beginKey(all, depth, at);
          bounds.part(at);
          all.add(new Part(condition.apply(key), 0));
        });
    if (all.isEmpty()) {
      throw wrong(start, expected);
    }
    return all(all);
  }
}
