package io.kpigroups.domain.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.domain.filter.GroupFilter.OneOf;
import io.kpigroups.domain.value.FieldValue.Text;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a filter says: each is compared with its canonical text. */
class FilterParserTest {
  private static final String ID = "0123456789abcdef01234567";

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '\0',
      value = {
        "{} => {}",
        " \t{ } => {}",
        "{name: \"x\"} => {\"name\":\"x\"}",
        "{\"name\" : {\"$eq\" : \"x\"}} => {\"name\":\"x\"}",
        "{name: {$ne: \"x\"}} => {\"name\":{\"$ne\":\"x\"}}",
        "{name: {$in: [\"b\", \"a\", \"b\"]}} => {\"name\":{\"$in\":[\"a\",\"b\"]}}",
        "{name: {$in: [\"a\"]}} => {\"name\":\"a\"}",
        "{name: {$in: []}} => {\"id\":{\"$in\":[]}}",
        "{name: {$nin: [\"b\", \"a\"]}} => {\"name\":{\"$nin\":[\"a\",\"b\"]}}",
        "{name: {$nin: [\"a\"]}} => {\"name\":{\"$ne\":\"a\"}}",
        "{name: {$nin: []}} => {}",
        "{name: {$gt: \"a\", $lte: \"b\"}} => {\"$and\":[{\"name\":{\"$gt\":\"a\"}},{\"name\":{\"$lte\":\"b\"}}]}",
        "{name: {$gte: \"a\"}} => {\"name\":{\"$gte\":\"a\"}}",
        "{name: {$lt: \"a\"}} => {\"name\":{\"$lt\":\"a\"}}",
        "{name: {$regex: \"^a.*\"}} => {\"name\":{\"$regex\":\"^a\"}}",
        "{id: \"" + ID + "\"} => {\"id\":\"" + ID + "\"}",
        "{_id: {$gt: \"" + ID + "\"}} => {\"id\":{\"$gt\":\"" + ID + "\"}}",
        "{createdById: \"auth0|ann\"} => {\"createdById\":\"auth0|ann\"}",
        "{modifiedById: {$in: [\"b\",\"a\"]}} => {\"modifiedById\":{\"$in\":[\"a\",\"b\"]}}",
        "{kpiId: \"k\"} => {\"kpiId\":\"k\"}",
        "{kpiId: {$eq: \"k\"}} => {\"kpiId\":\"k\"}",
        "{kpiId: {$in: [\"k\",\"j\"]}} => {\"kpiId\":{\"$in\":[\"j\",\"k\"]}}",
        "{kpiId: {$in: []}} => {\"id\":{\"$in\":[]}}",
        "{favorite: true} => {\"favorite\":true}",
        "{favorite: {$ne: true}} => {\"favorite\":false}",
        "{favorite: {$in: [false, false]}} => {\"favorite\":false}",
        "{favorite: {$in: [true, false]}} => {}",
        "{favorite: {$in: []}} => {\"id\":{\"$in\":[]}}",
        "{favorite: {$nin: [true]}} => {\"favorite\":false}",
        "{favorite: {$nin: [true, false]}} => {\"id\":{\"$in\":[]}}",
        "{favorite: {$nin: []}} => {}",
        "{name: \"b\", favorite: true} => {\"$and\":[{\"favorite\":true},{\"name\":\"b\"}]}",
        "{$and: [{name: \"b\"}, {$and: [{name: \"a\"}, {}]}]} => {\"$and\":[{\"name\":\"a\"},{\"name\":\"b\"}]}",
        "{$or: [{name: \"b\"}, {$or: [{name: \"a\"}]}]} => {\"$or\":[{\"name\":\"a\"},{\"name\":\"b\"}]}",
        "{$or: [{name: \"a\"}, {}]} => {\"$or\":[{\"name\":\"a\"},{}]}",
        "{$or: [{name: \"a\", favorite: true}, {id: {$in: []}}]} => {\"$and\":[{\"favorite\":true},{\"name\":\"a\"}]}",
        "{$and: [{name: \"a\"}], $or: [{name: \"b\"}]} => {\"$and\":[{\"name\":\"a\"},{\"name\":\"b\"}]}",
      })
  void everyExpressionHasOneMeaning(String text, String canonical) {
    assertThat(FilterWriter.write(FilterParser.parse(text))).isEqualTo(canonical);
    assertThat(FilterWriter.write(FilterParser.parse(canonical))).isEqualTo(canonical);
  }

  @Test
  void nothingIsSaidByAnEmptyFilter() {
    assertThat(FilterParser.parse("{}")).isEqualTo(GroupFilter.ALL);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\0',
      value = {
        "\\u0041, A",
        "\\u00e9, é",
        "\\u00E9, é",
        "\\uFFFD, \uFFFD",
        "\\ud83d\\ude00, 😀",
        "\\uD83D\\uDE00a, 😀a",
        "\\udbff\\udfffa, \uDBFF\uDFFFa",
        "a\\/b, a/b",
        "\\\"\\\\, \"\\",
      })
  void anEscapeStandsForItsCharacter(String escaped, String plain) {
    assertThat(FilterParser.parse("{name: \"" + escaped + "\"}"))
        .isEqualTo(new OneOf(FilterField.NAME, List.of(new Text(plain))));
  }

  @Test
  void everyShortEscapeStandsForItsCharacter() {
    assertThat(FilterParser.parse("{name: \"\\b\\f\\n\\r\\t\"}"))
        .isEqualTo(new OneOf(FilterField.NAME, List.of(new Text("\b\f\n\r\t"))));
  }

  @Test
  void controlCharactersAreWrittenAsEscapes() {
    String escaped = "{\"name\":\"\\u0000\\u001f\\u007f\\u009f\u00a0\u2028\"}";
    assertThat(FilterWriter.write(FilterParser.parse(escaped))).isEqualTo(escaped);
  }
}
