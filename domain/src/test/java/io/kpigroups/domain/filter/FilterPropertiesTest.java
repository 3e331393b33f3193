package io.kpigroups.domain.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.filter.GroupFilter.And;
import io.kpigroups.domain.filter.GroupFilter.Or;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds for every filter and every text. */
class FilterPropertiesTest {
  private static final Pattern PLACE = Pattern.compile("At character (\\d+): .+\\.");

  @Property
  void aFilterThatIsWrittenAndReadMatchesTheSameGroups(
      @ForAll("filters") GroupFilter filter, @ForAll("candidates") List<Candidate> candidates) {
    GroupFilter read = FilterParser.parse(FilterWriter.write(filter));
    assertThat(FilterWriter.write(read)).isEqualTo(FilterWriter.write(filter));
    assertThat(candidates)
        .allSatisfy(group -> assertThat(read.matches(group)).isEqualTo(filter.matches(group)));
  }

  @Property
  void theOrderOfPartsAndValuesChangesNothingInTheText(
      @ForAll("filters") GroupFilter filter, @ForAll Random random) {
    assertThat(FilterWriter.write(shuffled(filter, random))).isEqualTo(FilterWriter.write(filter));
  }

  @Property
  void whatIsReadHasNoNestingWithoutMeaning(@ForAll("filters") GroupFilter filter) {
    assertFlat(FilterParser.parse(FilterWriter.write(filter)));
  }

  @Property(tries = 5_000)
  void anyTextIsAFilterOrRefused(@ForAll("garbage") String text) {
    assertReadOrRefused(text);
  }

  @Property(tries = 5_000)
  void whatIsAlmostAFilterIsAFilterOrRefused(
      @ForAll("filters") GroupFilter filter, @ForAll Random random) {
    StringBuilder text = new StringBuilder(FilterWriter.write(filter));
    for (int i = random.nextInt(4); i >= 0; i--) {
      int from = random.nextInt(text.length() + 1);
      int to = Math.min(text.length(), from + random.nextInt(3));
      String token = TOKENS.get(random.nextInt(TOKENS.size()));
      text.replace(from, to, random.nextBoolean() ? token : "");
    }
    assertReadOrRefused(text.toString());
  }

  private static void assertReadOrRefused(String text) {
    read(text)
        .ifPresent(
            filter -> {
              assertFlat(filter);
              String canonical = FilterWriter.write(filter);
              assertThat(FilterWriter.write(FilterParser.parse(canonical))).isEqualTo(canonical);
            });
  }

  private static Optional<GroupFilter> read(String text) {
    try {
      return Optional.of(FilterParser.parse(text));
    } catch (InvalidInput refused) {
      Matcher place = PLACE.matcher(refused.getMessage());
      assertThat(place.matches()).as(refused.getMessage()).isTrue();
      assertThat(Integer.parseInt(place.group(1)))
          .isBetween(1, text.codePointCount(0, text.length()) + 1);
      return Optional.empty();
    }
  }

  private static void assertFlat(GroupFilter filter) {
    if (filter instanceof And and) {
      assertFlat(and.parts(), And.class);
    } else if (filter instanceof Or or) {
      assertFlat(or.parts(), Or.class);
    }
  }

  private static void assertFlat(List<GroupFilter> parts, Class<?> around) {
    assertThat(parts).doesNotHaveAnyElementsOfTypes(around);
    assertThat(parts.size()).isNotEqualTo(1);
    parts.forEach(FilterPropertiesTest::assertFlat);
  }

  private static GroupFilter shuffled(GroupFilter filter, Random random) {
    if (filter instanceof And and) {
      return new And(shuffled(and.parts().stream().map(p -> shuffled(p, random)).toList(), random));
    } else if (filter instanceof Or or) {
      return new Or(shuffled(or.parts().stream().map(p -> shuffled(p, random)).toList(), random));
    } else if (filter instanceof GroupFilter.OneOf one) {
      return new GroupFilter.OneOf(one.field(), shuffled(one.values(), random));
    } else if (filter instanceof GroupFilter.NoneOf none) {
      return new GroupFilter.NoneOf(none.field(), shuffled(none.values(), random));
    } else if (filter instanceof GroupFilter.HasKpi has) {
      return new GroupFilter.HasKpi(shuffled(has.kpis(), random));
    }
    return filter;
  }

  private static <T> List<T> shuffled(List<T> values, Random random) {
    List<T> shuffled = new ArrayList<>(values);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  private static final List<String> TOKENS =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ":",
          ",",
          "\"",
          "\\",
          " ",
          "name",
          "id",
          "_id",
          "favorite",
          "kpiId",
          "dateCreated",
          "createdById",
          "$and",
          "$or",
          "$eq",
          "$ne",
          "$in",
          "$nin",
          "$gt",
          "$lte",
          "$regex",
          "true",
          "false",
          "null",
          "1",
          "-1.5e3",
          "\"a\"",
          "\\u0041",
          "\\ud83d",
          "\ud83d",
          "\ude00",
          "\0",
          "\n",
          "😀",
          ".*",
          "^",
          "$",
          "'",
          "/*",
          "//",
          "$where",
          "\u2028",
          "\ufeff",
          "\"2026-01-01T00:00:00.0001Z\"",
          "\"aaaaaaaaaaaaaaaaaaaaaaaa\"",
          "{name:\"a\"}",
          "{}");

  @Provide
  Arbitrary<String> garbage() {
    Arbitrary<String> any = Arbitraries.chars().all().map(String::valueOf);
    return Combinators.combine(
            Arbitraries.of("", "{", "{name:", "{$and:[{", "{name:{$in:["),
            Arbitraries.frequencyOf(Tuple.of(9, Arbitraries.of(TOKENS)), Tuple.of(1, any))
                .list()
                .ofMaxSize(12))
        .as((start, tokens) -> start + String.join("", tokens));
  }

  @Provide
  Arbitrary<GroupFilter> filters() {
    return RandomFilters.filters();
  }

  @Provide
  Arbitrary<List<Candidate>> candidates() {
    return RandomFilters.candidates().list().ofSize(10);
  }
}
