package io.kpigroups.adapter.rest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryStringTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "q={\"a\":[\"b|c\"]} => {\"a\":[\"b|c\"]}",
        "q=$in:^a\\`' => $in:^a\\`'",
        "q=a;b#c?d=e => a;b#c?d=e",
        "q=a+b%2B%20c => a b+ c",
        "q=%7B%22%C3%A9%22%7D => {\"\u00e9\"}",
        "q=\u00e9\ud83d\ude00 => \u00e9\ud83d\ude00",
        "q=\u00e9%F0%9F%98%80 => \u00e9\ud83d\ude00",
        "q== => =",
        "%71=1 => 1"
      })
  void aValueIsWhatWasMeant(String sent, String value) {
    assertThat(read(sent).parameters()).containsExactly(Map.entry("q", value));
  }

  @Test
  void parametersAreInTheirOrderAndMayBeEmptyOrThereTwice() {
    QueryString query = read("&b=1&&a&b=2&=x&B=");

    assertThat(query.parameters())
        .containsExactly(
            Map.entry("b", "1"),
            Map.entry("a", ""),
            Map.entry("b", "2"),
            Map.entry("", "x"),
            Map.entry("B", ""));
    assertThat(query.names()).containsExactly("b", "a", "", "B");
    assertThat(query.values("b")).containsExactly("1", "2");
    assertThat(query.values("c")).isEmpty();
    assertThat(QueryString.of(null).parameters()).isEmpty();
    assertThat(QueryString.of("").parameters()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"q=%", "q=%zz", "%FF=1", "q=\u00ff", "q=%C3&q=%A9", "q=%ED%A0%80", "q=%C0%80"})
  void whatIsNoUtf8CannotBeRead(String query) {
    assertThatThrownBy(() -> QueryString.of(query)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatIsEncodedIsReadAgain() {
    for (String value :
        List.of("", "a b+c&d=e", "{\"a\":\"\u0000\u00e9\ud83d\ude00\"}", "<>;%,~*'")) {
      String encoded = QueryString.encode(value);
      assertThat(encoded).matches("[A-Za-z0-9%,*._-]*");
      assertThat(QueryString.decode(encoded)).isEqualTo(value);
    }
  }

  /** As the server reads it: a character for each byte. */
  private static QueryString read(String query) {
    return QueryString.of(
        new String(query.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
  }
}
