package io.kpigroups.domain.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.failure.InvalidInput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Parts and depth are those of the text, however large the filter is that is made of it. */
class FilterBoundsPropertiesTest {
  private static final String DEEP = "at most 8 deep";
  private static final String PARTS = "at most 200 parts";
  private static final List<String> LEAVES =
      List.of(
          "name: \"a\"", "_id: {$in: []}", "favorite: {$nin: []}", "createdById: {$ne: \"ann\"}");

  /** A text, with what is counted in it by another way than the parser's. */
  private record Sample(String text, int parts, int height) {
    static Sample leaf(String text) {
      return new Sample(text, 1, 0);
    }

    static Sample joined(List<Sample> inner, String open, String close, boolean isLevel) {
      int level = isLevel ? 1 : 0;
      return new Sample(
          inner.stream().map(Sample::text).collect(Collectors.joining(", ", open, close)),
          level + inner.stream().mapToInt(Sample::parts).sum(),
          level + inner.stream().mapToInt(Sample::height).max().orElse(0));
    }
  }

  @Property(tries = 3_000)
  void aFilterIsReadIfItsTextKeepsTheBounds(@ForAll Random random) {
    Sample sample = object(random, random.nextInt(10));
    if (sample.parts <= 200 && sample.height <= 8) {
      String canonical = FilterWriter.write(FilterParser.parse(sample.text));
      assertThat(FilterWriter.write(FilterParser.parse(canonical))).isEqualTo(canonical);
    } else {
      assertThatThrownBy(() -> FilterParser.parse(sample.text))
          .isInstanceOf(InvalidInput.class)
          .satisfies(
              refused ->
                  assertThat(refused.getMessage())
                      .containsAnyOf(
                          sample.parts > 200 ? PARTS : DEEP, sample.height > 8 ? DEEP : PARTS));
    }
  }

  private static Sample object(Random random, int levels) {
    List<Sample> members = new ArrayList<>();
    if (levels > 0) {
      members.add(list(random, levels - 1, random.nextBoolean() ? "$and" : "$or"));
    }
    int others = random.nextInt(4) - 1;
    for (int i = 0; i < others; i++) {
      members.add(Sample.leaf(LEAVES.get(i)));
    }
    if (random.nextInt(4) == 0) {
      List<Sample> range =
          List.of(Sample.leaf("$gt: \"2026-01-01T00:00:00Z\""), Sample.leaf("$nin: []"));
      List<Sample> some = range.subList(0, 1 + random.nextInt(2));
      members.add(Sample.joined(some, "dateCreated: {", "}", some.size() > 1));
    }
    if (members.isEmpty()) {
      return Sample.leaf("{}");
    }
    Collections.shuffle(members, random);
    return Sample.joined(members, "{", "}", members.size() > 1);
  }

  /** Objects of which one is nested as deep as asked for. */
  private static Sample list(Random random, int levels, String key) {
    List<Sample> objects = new ArrayList<>(List.of(object(random, levels)));
    for (int i = random.nextInt(50); i > 0; i--) {
      objects.add(object(random, 0));
    }
    Collections.shuffle(objects, random);
    return Sample.joined(objects, key + ": [", "]", true);
  }
}
