package io.kpigroups.adapter.rest.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.rest.problem.Problem.InputError;
import io.kpigroups.adapter.rest.support.Reading;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.value.UserId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {
  private static final Consumer<ApiRequest> NAME =
      request -> request.body().text("name", Function.identity());

  @Test
  void aTextIsReadAsItIs() {
    assertThat(name("{\"name\":\"S\\u00e4les \\\"x\\\" \uD83D\uDE00\"}"))
        .isEqualTo("Säles \"x\" \uD83D\uDE00");
    assertThat(name(" \n{ \"name\" : \"\" }\t ")).isEmpty();
  }

  @Test
  void aTextThatIsNotThereIsNeeded() {
    assertThat(Reading.ofBody("{}").errors(NAME))
        .containsExactly(new InputError("body", "name", "The property name is needed."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "5", "1.5", "true", "[\"a\"]", "{}"})
  void whatIsNoTextIsNotMadeOne(String value) {
    assertThat(Reading.ofBody("{\"name\":" + value + "}").errors(NAME))
        .containsExactly(new InputError("body", "name", "The property name must be a text."));
  }

  @Test
  void whatIsWrongWithATextIsToldOfItsName() {
    assertThat(
            Reading.ofBody("{\"name\":\"x\"}")
                .errors(request -> request.body().text("name", JsonBodyTest::refuse)))
        .containsExactly(new InputError("body", "name", "Not x."));
  }

  @Test
  void noBodyIsToldAsSuchAndOnlyOnce() {
    assertThat(Reading.ofBody("").errors(NAME))
        .containsExactly(new InputError("body", "", "A JSON body is needed."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "\"name\"", "5", "null", "true", "[{\"name\":\"a\"}]"})
  void whatIsNoObjectIsToldAsSuchAndOnlyOnce(String body) {
    assertThat(Reading.ofBody(body).errors(NAME))
        .containsExactly(new InputError("body", "", "The body must be an object."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{ | , at line 1, column 2",
        "{\"name\" \"a\"} | , at line 1, column ",
        "{\"name\":\"a\"} x | , at line 1, column ",
        "{\"name\":\"a\"}{} | , at line 1, column ",
        "{\"name\":\"a\",\"name\":\"b\"} | Duplicate field 'name'",
        "{name:\"a\"} | , at line 1, column ",
        "{'name':'a'} | , at line 1, column ",
        "{\"name\":\"a\",} | , at line 1, column ",
        "{\"name\":NaN} | , at line 1, column ",
        "{\"name\":01} | , at line 1, column ",
        "/**/{} | , at line 1, column 1",
        "nonsense | , at line 1, column "
      })
  void whatIsNotStrictJsonIsToldWithItsPlace(String body, String told) {
    assertThat(Reading.ofBody(body).errors(NAME))
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.in()).isEqualTo("body");
              assertThat(error.name()).isEmpty();
              assertThat(error.message())
                  .startsWith("The body is not JSON as it is taken here")
                  .contains(told)
                  .doesNotContain("com.fasterxml", "Source", "StreamReadFeature", "\n");
            });
  }

  @Test
  void whatIsBehindTheJsonIsToldAsSuch() {
    assertThat(Reading.ofBody("{} {}").complaints(request -> request.body()))
        .containsExactly(
            "The body is not JSON as it is taken here, at line 1, column 4: something follows the"
                + " JSON value.");
  }

  @Test
  void whatIsNestedTooDeeplyIsToldInWordsOfOurs() {
    String deep = "[".repeat(2_000) + "]".repeat(2_000);

    assertThat(Reading.ofBody("{\"name\":" + deep + "}").complaints(NAME))
        .singleElement()
        .satisfies(
            message ->
                assertThat(message)
                    .endsWith(
                        ": it is nested too deeply, or has a number or a name that is too long."));
  }

  @Test
  void bytesThatAreNotUtf8AreNotGuessedAt() {
    List<byte[]> bodies =
        List.of(
            "{\"name\":\"\u00e4\"}".getBytes(StandardCharsets.ISO_8859_1),
            "{\"name\":\"a\"}".getBytes(StandardCharsets.UTF_16),
            new byte[] {(byte) 0xC0, (byte) 0x80});
    for (byte[] body : bodies) {
      assertThat(Reading.ofBody(body).errors(NAME))
          .containsExactly(new InputError("body", "", "The body is not JSON in UTF-8."));
    }
  }

  @Test
  void aByteOrderMarkInFrontIsNoPartOfTheJson() {
    assertThat(name("\uFEFF{\"name\":\"a\"}")).isEqualTo("a");
    assertThat(name("{\"name\":\"\uFEFFa\"}")).isEqualTo("\uFEFFa");
    assertThat(Reading.ofBody("\uFEFF\uFEFF{}").complaints(NAME)).hasSize(1);
    assertThat(Reading.ofBody("\uFEFF{").complaints(NAME))
        .singleElement()
        .satisfies(message -> assertThat(message).contains("line 1, column 2"));
  }

  @Test
  void aPropertyThatIsNeitherReadNorMayBeSentBackIsNamed() {
    assertThat(
            Reading.ofBody("{\"name\":\"a\",\"id\":{},\"nam\":1,\"x\":null}")
                .errors(request -> request.body().allow(Set.of("name"), Set.of("id"))))
        .containsExactly(
            new InputError("body", "nam", "There is no property nam here."),
            new InputError("body", "x", "There is no property x here."));
  }

  @Test
  void aListOfTextsIsReadInItsOrder() {
    assertThat(owners("{\"ownerIds\":[\"b\",\"a\",\"b\"]}"))
        .containsExactly(new UserId("b"), new UserId("a"), new UserId("b"));
    assertThat(owners("{\"ownerIds\":[]}")).isEmpty();
    assertThat(owners("{}")).as("it may be left out").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"a\"", "{}", "5", "[\"1\",\"2\",\"3\",\"4\"]"})
  void whatIsNoListOrTooLongIsRefused(String value) {
    assertThat(Reading.ofBody("{\"ownerIds\":" + value + "}").errors(this::owners))
        .containsExactly(
            new InputError(
                "body", "ownerIds", "The property ownerIds must be a list of at most 3 texts."));
  }

  @Test
  void eachItemThatIsWrongIsNamedByItsPlace() {
    assertThat(Reading.ofBody("{\"ownerIds\":[\"a\",5,\"\"]}").errors(this::owners))
        .extracting(InputError::name)
        .containsExactly("ownerIds[1]", "ownerIds[2]");
  }

  private static String name(String body) {
    return Reading.ofBody(body).valid(request -> request.body().text("name", text -> text));
  }

  private static List<UserId> owners(String body) {
    return Reading.ofBody(body).valid(request -> request.body().texts("ownerIds", UserId::new, 3));
  }

  private void owners(ApiRequest request) {
    request.body().texts("ownerIds", UserId::new, 3);
  }

  private static String refuse(String text) {
    throw new InvalidInput("Not " + text + ".");
  }
}
