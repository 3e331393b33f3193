package io.kpigroups.testkit.sample;

import io.kpigroups.domain.filter.FilterField;
import io.kpigroups.domain.filter.GroupFilter;
import io.kpigroups.domain.filter.GroupFilter.And;
import io.kpigroups.domain.filter.GroupFilter.Comparison;
import io.kpigroups.domain.filter.GroupFilter.Favorite;
import io.kpigroups.domain.filter.GroupFilter.HasKpi;
import io.kpigroups.domain.filter.GroupFilter.NameContains;
import io.kpigroups.domain.filter.GroupFilter.NameMatches;
import io.kpigroups.domain.filter.GroupFilter.NoneOf;
import io.kpigroups.domain.filter.GroupFilter.OneOf;
import io.kpigroups.domain.filter.GroupFilter.Operator;
import io.kpigroups.domain.filter.GroupFilter.Or;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.value.FieldValue;
import io.kpigroups.domain.value.FieldValue.Text;
import io.kpigroups.domain.value.FieldValue.Time;
import io.kpigroups.testkit.fixture.Literals;
import io.kpigroups.testkit.fixture.Scene;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Filters made by chance, of every kind and nested, about some groups and about none. */
public final class RandomFilters {
  private static final int DEPTH = 3;

  private static final List<Instant> TIMES =
      List.of(
          Instant.EPOCH,
          Scene.NOON,
          Scene.EVENING,
          Instant.parse("0001-01-01T00:00:00Z"),
          Instant.parse("9999-12-31T23:59:59.999Z"));

  private final Random random;
  private final RandomTexts texts;
  private final GivenGroups groups;

  /** Filters about these groups. */
  public RandomFilters(Random random, RandomTexts texts, GivenGroups groups) {
    this.random = random;
    this.texts = texts;
    this.groups = groups;
  }

  /** The next filter. */
  public GroupFilter next() {
    return nested(random.nextInt(DEPTH + 1));
  }

  private GroupFilter nested(int depth) {
    if (depth == 0) {
      return leaf();
    }
    List<GroupFilter> parts = several(() -> nested(random.nextInt(depth)));
    return random.nextBoolean() ? new And(parts) : new Or(parts);
  }

  private GroupFilter leaf() {
    FilterField field = texts.oneOf(List.of(FilterField.values()));
    return switch (random.nextInt(9)) {
      case 0, 1 -> new OneOf(field, several(() -> value(field)));
      case 2 -> new NoneOf(field, several(() -> value(field)));
      case 3, 4 -> new Comparison(field, texts.oneOf(List.of(Operator.values())), value(field));
      case 5 -> new Favorite(random.nextBoolean());
      case 6 -> new HasKpi(several(groups::anyKpi));
      case 7 -> new NameMatches(texts.pattern(groups.any().name()));
      default -> new NameContains(texts.search(groups.any().name()));
    };
  }

  /** None, one, or more of them; seldom none. */
  private <T> List<T> several(Supplier<T> one) {
    return Stream.generate(one).limit(texts.oneOf(List.of(0, 1, 1, 2, 2, 3, 5))).toList();
  }

  /** What a group has in the field, or something near it, or something else. */
  private FieldValue value(FilterField field) {
    return switch (field) {
      case NAME -> new Text(texts.literal(groups.any().name()));
      case DATE_CREATED, DATE_UPDATED ->
          random.nextInt(4) == 0
              ? new Time(texts.oneOf(TIMES))
              : new Time(time(field).plusMillis(random.nextInt(3) - 1L));
      default -> random.nextInt(4) == 0 ? stranger(field) : field.of(groups.any());
    };
  }

  private Instant time(FilterField field) {
    return ((Time) field.of(groups.any())).value();
  }

  private Text stranger(FilterField field) {
    return new Text(
        field == FilterField.ID
            ? KpiGroupId.generate(Instant.ofEpochSecond(random.nextInt()), random).value()
            : texts.oneOf(Literals.users()));
  }
}
