package io.kpigroups.adapter.rest.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.rest.support.Reading;
import io.kpigroups.domain.value.Revision;
import io.kpigroups.domain.value.RevisionMatch;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {

  @Test
  void aTagIsTheRevisionAndTheFavoriteMark() {
    assertThat(EntityTags.of(new Revision("a-7"), false)).isEqualTo("\"a-7-0\"");
    assertThat(EntityTags.of(new Revision("a-7"), true)).isEqualTo("\"a-7-1\"");
  }

  @Test
  void noIfMatchExpectsNothing() {
    assertThat(Reading.of("GET /").valid(EntityTagsTest::readIfMatch))
        .isSameAs(RevisionMatch.unconditional());
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", " * "})
  void aStarExpectsAnyRevision(String header) {
    RevisionMatch match = ifMatch(header);

    assertThat(match.isStated()).isTrue();
    assertThat(match.revisions()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"3-0\" | 3",
        "\"3-1\" | 3",
        "\"a-b-c-1\" | a-b-c",
        "\"3-0\",\"4-1\" | 3 4",
        " \"3-0\" ,, \"4-1\" , | 3 4",
        "\"3-0\", \"3-1\" | 3",
        "\"a,b-0\" | a,b",
        "W/\"3-0\" | 3",
        "\"3-0-gzip\" | 3",
        "W/\"3-1-gzip\" | 3",
        "\"3-0-br\",\"4-0--gzip\" | 3 4",
        "\"3-0-deflate\", \"5-1-zstd\" | 3 5",
        "\"3-0-tar\" | ~~",
        "\"3-2\" | ~~",
        "\"3\" | ~~",
        "\"\" | ~~",
        "\"-0\" | ~~",
        "W/\"3-0\", \"4-0\" | 3 4"
      })
  void ifMatchNamesTheRevisionsOfItsTagsAndOfWhatProxiesMakeOfThem(
      String header, String revisions) {
    Set<Revision> expected =
        Set.copyOf(
            List.of(revisions.split(" ")).stream()
                .filter(text -> !text.isEmpty())
                .map(Revision::new)
                .toList());

    assertThat(ifMatch(header).revisions()).contains(expected);
  }

  @Test
  void aTagThatCannotBeOursNamesNoRevision() {
    String longest = "r".repeat(128);

    assertThat(ifMatch("\"" + longest + "-0\"").revisions())
        .contains(Set.of(new Revision(longest)));
    assertThat(ifMatch("\"" + longest + "r-0\"").revisions()).contains(Set.of());
    assertThat(ifMatch("\"\u00e9-0\"").revisions()).contains(Set.of());
  }

  @Test
  void severalFieldsAreOneList() {
    assertThat(
            Reading.of("GET /", "If-Match: \"1-0\"", "If-Match: \"2-0\"")
                .valid(EntityTagsTest::readIfMatch)
                .revisions())
        .contains(Set.of(new Revision("1"), new Revision("2")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3-0",
        "\"3-0",
        "3-0\"",
        "'3-0'",
        "*, \"3-0\"",
        "\"3-0\" \"4-0\"",
        ",",
        "w/\"3-0\""
      })
  void whatIsNoListOfTagsIsRefused(String header) {
    assertThat(Reading.of("GET /", "If-Match: " + header).complaints(EntityTagsTest::readIfMatch))
        .containsExactly("If-Match must be * or a list of entity tags, each in quotation marks.");
    assertThat(Reading.of("GET /", "If-None-Match: " + header).complaints(EntityTags::ifNoneMatch))
        .containsExactly(
            "If-None-Match must be * or a list of entity tags, each in quotation marks.");
  }

  @Test
  void ifNoneMatchComparesWeakly() {
    Predicate<String> named = ifNoneMatch("\"3-0\", W/\"4-1\"");

    assertThat(named).accepts("\"3-0\"", "\"4-1\"").rejects("\"3-1\"", "\"3\"", "3-0");
    assertThat(ifNoneMatch("\"3-0-gzip\", W/\"4-1--gzip\""))
        .accepts("\"3-0\"", "\"4-1\"")
        .rejects("\"3-1\"", "\"3-0-gzip\"");
    assertThat(ifNoneMatch("*")).accepts("\"3-0\"", "\"x\"");
    assertThat(Reading.of("GET /").valid(EntityTags::ifNoneMatch)).rejects("\"3-0\"", "");
  }

  private static RevisionMatch ifMatch(String header) {
    return Reading.of("GET /", "If-Match: " + header).valid(EntityTagsTest::readIfMatch);
  }

  private static Supplier<RevisionMatch> readIfMatch(ApiRequest request) {
    return EntityTags.revisions(request, "If-Match");
  }

  private static Predicate<String> ifNoneMatch(String header) {
    return Reading.of("GET /", "If-None-Match: " + header).valid(EntityTags::ifNoneMatch);
  }
}
