package io.kpigroups.domain.filter;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.failure.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no filter is refused, with its place and what would be right. */
class FilterRefusalTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '\0',
      value = {
        "[] => 1 => An object in braces must stand here",
        "\"name\" => 1 => An object in braces",
        "null => 1 => An object in braces",
        "{name: \"a\"} x => 13 => Nothing may follow",
        "{}{} => 3 => Nothing may follow",
        "{name: \"a\",} => 12 => A key must stand here",
        "{,} => 2 => A key must stand here",
        "{name \"a\"} => 7 => A colon must stand",
        "{name: \"a\" favorite: true} => 12 => A comma or } must stand",
        "{name: \"a\" => 11 => A comma or } must stand",
        "{/**/} => 2 => A key must stand here",
        "{'name': \"a\"} => 2 => A key must stand here",
        "{name: 'a'} => 8 => name takes a text in double quotation marks",
        "{1: \"a\"} => 2 => A key must stand here",
        "{a-b: 1} => 3 => A colon must stand",
        "{naïve: 1} => 4 => A colon must stand",
        "{Name: \"a\"} => 2 => known are id _id name createdById modifiedById dateCreated dateUpdated favorite kpiId $and $or",
        "{accountId: \"a\"} => 2 => not known",
        "{$not: {}} => 2 => not known",
        "{$nor: []} => 2 => not known",
        "{\"\": \"a\"} => 2 => not known",
        "{name: \"a\", name: \"b\"} => 13 => twice",
        "{name: \"a\", \"n\\u0061me\": \"b\"} => 13 => twice",
        "{name: {$gt: \"a\", $gt: \"b\"}} => 19 => twice",
        "{$and: []} => 8 => An array of one or more objects",
        "{$or: []} => 7 => An array of one or more objects",
        "{$or: {}} => 7 => An array of one or more objects",
        "{$or: [1]} => 8 => An object in braces",
        "{$or: [[]]} => 8 => An object in braces",
        "{$and: [{},]} => 12 => An object in braces",
        "{name: null} => 8 => name takes a text",
        "{name: {$in: [null]}} => 15 => name takes a text",
        "{name: 1} => 8 => name takes a text",
        "{name: true} => 8 => name takes a text",
        "{name: [\"a\"]} => 8 => name takes a text",
        "{name: {}} => 8 => one or more of $eq $ne $in $nin $gt $gte $lt $lte $regex",
        "{name: {first: \"a\"}} => 9 => name takes a value, or an object",
        "{name: {$gt: \"a\", last: \"b\"}} => 19 => name takes a value, or an object",
        "{name: {$gt: {$gt: \"a\"}}} => 14 => name takes a text",
        "{name: {$in: \"a\"}} => 14 => $in takes an array",
        "{name: {$eq: [\"a\"]}} => 14 => name takes a text",
        "{name: {$regex: 1}} => 17 => $regex takes a text",
        "{name: {$regex: \"a+\"}} => 17 => At character 2 of the pattern",
        "{name: {$regex: \"a\", $options: \"i\"}} => 22 => name takes a value, or an object",
        "{id: {$regex: \"a\"}} => 7 => one or more of $eq $ne $in $nin $gt $gte $lt $lte.",
        "{id: \"abc\"} => 6 => 24 lower-case hexadecimal digits",
        "{id: \"0123456789ABCDEF01234567\"} => 6 => 24 lower-case",
        "{id: {$lt: \"\"}} => 12 => 24 lower-case",
        "{_id: {$in: [\"0123456789abcdef01234567\", \"x\"]}} => 42 => 24 lower-case",
        "{createdById: \"\"} => 15 => 1 to 255 printable ASCII",
        "{modifiedById: \"é\"} => 16 => 1 to 255 printable ASCII",
        "{kpiId: \"groups\"} => 9 => reserved word",
        "{kpiId: \"a b\"} => 9 => 1 to 64 characters",
        "{kpiId: {$ne: \"a\"}} => 10 => kpiId takes a value, or an object of one or more of $eq $in.",
        "{kpiId: {$gt: \"a\"}} => 10 => $eq $in.",
        "{favorite: \"true\"} => 12 => favorite takes true or false",
        "{favorite: TRUE} => 12 => favorite takes true or false",
        "{favorite: truely} => 12 => favorite takes true or false",
        "{favorite: null} => 12 => favorite takes true or false",
        "{favorite: 1} => 12 => favorite takes true or false",
        "{favorite: {$gt: true}} => 13 => $eq $ne $in $nin.",
        "{favorite: {$in: [true, \"false\"]}} => 25 => favorite takes true or false",
        "{dateCreated: \"2026-01-31\"} => 15 => RFC 3339",
        "{dateUpdated: 5} => 15 => dateUpdated takes a text",
        "{dateUpdated: {$in: [\"2026-02-30T00:00:00Z\"]}} => 22 => RFC 3339",
        "{name: \"\\x\"} => 9 => A backslash must be followed by",
        "{name: \"\\U0041\"} => 9 => A backslash must be followed by",
        "{name: \"\\u00g0\"} => 9 => four hexadecimal digits",
        "{name: \"\\u12 => 9 => four hexadecimal digits",
        "{name: \"\\u٠٠٤١\"} => 9 => four hexadecimal digits",
        "{name: \"\\ => 9 => A backslash must be followed by",
        "{name: \"a => 8 => no closing quotation mark",
        "{name: \"a\\\"} => 8 => no closing quotation mark",
        "{name: \"\\ud83d\"} => 9 => Half of a surrogate pair",
        "{name: \"\\ud83d\\ => 9 => Half of a surrogate pair",
        "{name: \"\\ud83d\\u => 15 => four hexadecimal digits",
        "{name: \"\\ud83d\\u00 => 15 => four hexadecimal digits",
        "{name: \"\\ude00\"} => 9 => Half of a surrogate pair",
        "{name: \"\\ud83d\\n\"} => 9 => Half of a surrogate pair",
        "{name: \"\\ud83d\\ud83d\"} => 9 => Half of a surrogate pair",
        "{name: \"\\ud83d\\u0041\"} => 9 => Half of a surrogate pair",
        "{name: \"😀\", no: 1} => 13 => not known",
        "{name: \"a\"}, => 12 => Nothing may follow",
      })
  void whatIsWrongIsRefusedWithItsPlace(String text, int at, String why) {
    assertRefused(text, at, why);
  }

  @Test
  void anEmptyTextIsNoFilter() {
    assertRefused("", 1, "An object in braces must stand here");
    assertRefused(" \r\n\t", 5, "An object in braces must stand here");
  }

  @ParameterizedTest
  @ValueSource(chars = {'\0', '\t', '\n', '\u001f'})
  void aControlCharacterInATextMustBeEscaped(char control) {
    assertRefused("{name: \"a" + control + "\"}", 10, "must be written as an escape");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud83d", "\ude00", "\ud83d" + "\\ude00", "\\ud83d" + "\ude00"})
  void halfOfACharacterIsNone(String half) {
    assertRefused("{name: \"" + half + "\"}", 9, "Half of a surrogate pair");
  }

  @ParameterizedTest
  @ValueSource(chars = {'\u00a0', '\ufeff', '\u2028', '\f', '\u000b', '\0'})
  void onlyTheSpacesOfJsonMayStandBetween(char space) {
    assertRefused(space + "{}", 1, "An object in braces");
    assertRefused("{}" + space, 3, "Nothing may follow");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "z", "A", "Z", "_", "$", "a0", "a9", "$$", "_z_Z"})
  void aKeyMayBeAWord(String word) {
    assertRefused("{" + word + ": 1}", 2, "not known");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "9", "@", "[", "`", "{", "/", "é", "-", "😀"})
  void aWordHasOnlyLettersDigitsAndTwoSigns(String other) {
    assertRefused("{" + other + ": 1}", 2, "A key must stand here");
    if (!Character.isDigit(other.charAt(0))) {
      assertRefused("{a" + other + ": 1}", 3, "A colon must stand");
    }
  }

  private static void assertRefused(String text, int at, String why) {
    assertThatThrownBy(() -> FilterParser.parse(text))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("At character " + at + ": ")
        .hasMessageContaining(why);
  }
}
