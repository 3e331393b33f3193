package io.kpigroups.domain.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.filter.GroupFilter.OneOf;
import io.kpigroups.domain.value.FieldValue.Text;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing in a filter is an operator or code of a database: it is refused, or plain text. */
class FilterInjectionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{$where: \"sleep(5000) || true\"}",
        "{name: {$where: \"1\"}}",
        "{$expr: {$eq: [1, 1]}}",
        "{name: {$expr: {}}}",
        "{$function: {body: \"function() { return true; }\", args: [], lang: \"js\"}}",
        "{$and: [{$where: \"1\"}]}",
        "{$or: [{}, {$expr: true}]}",
        "{$jsonSchema: {}}",
        "{$text: {$search: \"a\"}}",
        "{$comment: \"a\"}",
        "{$nor: [{name: \"a\"}]}",
        "{name: {$not: {$eq: \"a\"}}}",
        "{name: {$exists: true}}",
        "{name: {$type: \"string\"}}",
        "{name: {$mod: [1, 0]}}",
        "{name: {$all: [\"a\"]}}",
        "{name: {$size: 0}}",
        "{name: {$elemMatch: {}}}",
        "{name: {$eq: {$gt: \"\"}}}",
        "{name: {$ne: null}}",
        "{name: {$ne: {$ne: \"a\"}}}",
        "{name: {$in: [{$ne: \"a\"}]}}",
        "{name: {$in: [{$regex: \".*\"}]}}",
        "{name: {$in: [/a/]}}",
        "{name: /.*/}",
        "{name: {$regex: {$ne: \"a\"}}}",
        "{name: {$regex: \"a\", $options: \"x\"}}",
        "{name: {$regex: \"(a+)+$\"}}",
        "{name: {$regex: \"(?{ code })\"}}",
        "{id: {$oid: \"0123456789abcdef01234567\"}}",
        "{dateCreated: {$date: 0}}",
        "{name: {$code: \"function() {}\"}}",
        "{name: {\"$gt\\u0000\": \"a\"}}",
        "{\"name\\u0000\": \"a\"}",
        "{\"name.first\": \"a\"}",
        "{\"$name\": \"a\"}",
        "{accountId: \"account-2\"}",
        "{_account: {$ne: \"a\"}}",
        "{__proto__: {}}",
        "{constructor: \"a\"}",
        "{\"name' OR '1'='1\": \"a\"}",
        "{\"name\": \"a\"}; DROP TABLE groups",
        "{\"name\": \"a\" OR 1=1}",
        "{id: \"0123456789abcdef01234567' OR '1'='1\"}",
        "{kpiId: \"k' OR 1=1 --\"}",
        "{kpiId: {$in: [{$ne: \"\"}]}}",
        "{favorite: {$ne: 1}}",
        "{favorite: \"1 OR 1=1\"}",
        "{dateCreated: {$gt: \"2026-01-01T00:00:00Z' OR '1'='1\"}}",
      })
  void whatIsNoneOfOurOperatorsIsRefused(String text) {
    assertThatThrownBy(() -> FilterParser.parse(text))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("At character ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "' OR '1'='1",
        "'; DROP TABLE groups; --",
        "a\" OR \"\"=\"",
        "' UNION SELECT * FROM groups --",
        "a%",
        "_",
        "[a-z]",
        "*",
        "a\\",
        "\\'",
        "?1",
        ":name",
        "@name",
        "$1",
        "$name",
        "$where",
        "$$ROOT",
        "$ne",
        "{$gt: \"\"}",
        "{\"$ne\": null}",
        "[{\"$ne\": 1}]",
        "function() { }",
        "a\0b",
        "\n",
        "\u2028",
        "null",
        "true",
        "0",
        "1e9",
        "%27",
        "&#39;",
        "＇",
        "ʼ",
        "\\u0027",
        "../../etc/passwd",
        "${jndi:ldap://a}",
        "#{1+1}",
        "\ufeff",
        "\u202e",
        "😀'--",
      })
  void whatLooksLikeCodeInATextIsPlainText(String text) {
    String escaped =
        text.replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\0", "\\u0000")
            .replace("\n", "\\n");
    GroupFilter filter = FilterParser.parse("{name: \"" + escaped + "\"}");
    assertThat(filter).isEqualTo(new OneOf(FilterField.NAME, List.of(new Text(text))));
    assertThat(FilterParser.parse(FilterWriter.write(filter))).isEqualTo(filter);
  }
}
