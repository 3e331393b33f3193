package io.kpigroups.testkit.sample;

import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.filter.NamePattern;
import io.kpigroups.domain.filter.SearchText;
import io.kpigroups.domain.value.Name;
import io.kpigroups.testkit.fixture.Literals;
import io.kpigroups.testkit.fixture.StorageFixture;
import io.kpigroups.testkit.fixture.Unicode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names in many scripts, many of them alike, and texts that are parts of them, or nearly. */
public final class RandomTexts {
  private static final List<String> ALIKE =
      List.of("beta", "Beta", "Béta", "BETA", "betas", "\u00DF", "ss", "SS", "\uD83D\uDE00");

  private static final List<String> PIECES =
      List.of(
          "a",
          "A",
          "b",
          "é",
          "É",
          "e\u0301",
          "q\u0323\u0307",
          "ß",
          "ẞ",
          "ss",
          "İ",
          "ı",
          "I",
          "ς",
          "Σ",
          "Ж",
          "한",
          "\u1112\u1161",
          "\u11AB",
          "日",
          "हि",
          "ﬁ",
          "\uFF5A",
          "\uE000",
          "\uFFFD",
          "\uD83D\uDE00",
          "\uD83D\uDE01",
          "\uD83D\uDC69\u200D\uD83D\uDC69",
          "\uDBFF\uDFFD",
          "\u200F",
          "%",
          "_",
          "*",
          "?",
          "[",
          "]",
          "$",
          "{}",
          "'",
          "\"",
          "\\",
          ".",
          "^",
          "  ",
          "-",
          "0");

  private final Random random;
  private final boolean byCodePoint;

  /** Texts that the store under test can compare. */
  public RandomTexts(Random random, StorageFixture fixture) {
    this.random = random;
    byCodePoint = fixture.comparesByCodePoint();
  }

  /** One of these. */
  public <T> T oneOf(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** A legal name. */
  public Name name() {
    while (true) {
      try {
        return new Name(comparable(rawName()));
      } catch (InvalidInput e) {
        // What was drawn is only white space, or nothing can be seen of it: the next will do.
      }
    }
  }

  private String rawName() {
    return switch (random.nextInt(8)) {
      case 0, 1, 2 -> oneOf(ALIKE);
      case 3 -> oneOf(Unicode.names());
      case 4 -> oneOf(Literals.legal());
      default ->
          Stream.generate(() -> oneOf(PIECES))
              .limit(1 + random.nextInt(6))
              .collect(Collectors.joining());
    };
  }

  private String comparable(String text) {
    return byCodePoint ? text : text.replaceAll("[\\uE000-\\uFFFF]", "");
  }

  /** The name, or something near it, or something else. */
  public String literal(Name name) {
    String near =
        switch (random.nextInt(10)) {
          case 0 -> name.value() + oneOf(PIECES);
          case 1 -> part(name.value());
          case 2 -> name.value().toUpperCase(Locale.ROOT);
          case 3 -> oneOf(Literals.illegal());
          case 4 -> oneOf(Literals.legal());
          case 5 -> name.value() + '\u0000';
          default -> name.value();
        };
    return comparable(Normalizer.normalize(near, Normalizer.Form.NFC));
  }

  /** What the name contains, in other words, or nearly. */
  public SearchText search(Name name) {
    try {
      String part = part(name.value());
      return SearchText.of(random.nextBoolean() ? part : part.toUpperCase(Locale.ROOT));
    } catch (InvalidInput e) {
      return SearchText.of(oneOf(List.of("e", "%", "\uD83D\uDE00")));
    }
  }

  /** What the name looks like, or nearly. */
  public NamePattern pattern(Name name) {
    boolean atStart = random.nextBoolean();
    boolean atEnd = random.nextBoolean();
    int[] letters = name.value().codePoints().toArray();
    int[] cuts = random.ints(2L + 2 * random.nextInt(3), 0, letters.length + 1).sorted().toArray();
    cuts[0] = atStart ? 0 : cuts[0];
    cuts[cuts.length - 1] = atEnd ? letters.length : cuts[cuts.length - 1];
    List<String> pieces = new ArrayList<>();
    for (int i = 0; i < cuts.length; i += 2) {
      pieces.add(new String(letters, cuts[i], cuts[i + 1] - cuts[i]));
    }
    if (random.nextInt(4) == 0) {
      pieces.set(random.nextInt(pieces.size()), literal(name));
    }
    return new NamePattern(pieces, atStart, atEnd);
  }

  private String part(String text) {
    int[] letters = text.codePoints().toArray();
    int[] ends = random.ints(2, 0, letters.length + 1).sorted().toArray();
    int[] part = Arrays.copyOfRange(letters, ends[0], ends[1]);
    return new String(part, 0, part.length);
  }
}
