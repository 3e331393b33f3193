package io.kpigroups.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.kpigroups.adapter.rest.input.EntityTags;
import io.kpigroups.adapter.rest.list.SampleList;
import io.kpigroups.adapter.rest.support.Contract;
import io.kpigroups.adapter.rest.support.Reading;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.Name;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pattern of the document lets through what the service takes, and nothing else. */
class ContractPatternsTest {
  private static final String NAME =
      Contract.DOCUMENT
          .getComponents()
          .getSchemas()
          .get("KpiGroupWrite")
          .getProperties()
          .get("name")
          .getPattern();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        " a ",
        "",
        " ",
        "\u3000",
        "\u00a0a\u2028",
        "a\tb",
        "a\u0085b",
        "a\u2028b",
        "\u0007",
        "a\u0000",
        "\u00e4\uD83D\uDE00",
        "a  b"
      })
  void aNameIsWhatTheDomainTakes(String name) {
    assertThat(name.matches(NAME)).isEqualTo(isTaken(name, Name::new));
  }

  @Test
  void aNameHas1To255Characters() {
    for (int length : new int[] {1, 2, 255, 256}) {
      String name = "n".repeat(length);
      assertThat(("  " + name + " ").matches(NAME))
          .as("length " + length)
          .isEqualTo(isTaken(name, Name::new))
          .isEqualTo(length <= 255);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "65f0a1b2c3d4e5f60718293a",
        "65F0a1b2c3d4e5f60718293a",
        "65f0a1b2c3d4e5f60718293",
        "x",
        "",
        "groups",
        "group",
        "groupsx",
        "A-z_9",
        "a b",
        "\u00e4"
      })
  void anIdIsWhatTheDomainTakes(String id) {
    assertThat(id.matches(pattern("groupId"))).isEqualTo(isTaken(id, KpiGroupId::new));
    assertThat(id.matches(pattern("kpiId"))).isEqualTo(isTaken(id, KpiId::new));
    assertThat(pattern("kpiIdOfGroups")).isEqualTo(pattern("kpiId"));
    assertThat(Contract.DOCUMENT.getComponents().getSchemas().get("KpiId").getPattern())
        .isEqualTo(pattern("kpiId"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "\"3-0\"",
        "W/\"3-0\"",
        "\"3-0\", W/\"4-0\"",
        "\"3-0\" , \"4-0\"",
        "\"\"",
        "3-0",
        "*,*",
        "\"3-0",
        "w/\"3-0\""
      })
  void aConditionIsWhatIsRead(String header) {
    for (String name : List.of("If-Match", "If-None-Match")) {
      boolean read =
          Reading.of("GET /", name + ": " + header)
              .errors(
                  request -> {
                    EntityTags.revisions(request, "If-Match");
                    EntityTags.ifNoneMatch(request);
                  })
              .isEmpty();
      assertThat(header.matches(pattern(name))).as(header).isEqualTo(read);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "-name,id", "id,-name", "name,", ",name", "Name", "+name", ""})
  void aSortIsWhatIsRead(String sort) {
    boolean read = SampleList.errors("?sort=" + sort.replace("+", "%2B")).isEmpty();

    assertThat(sort.matches(pattern("sortKpis"))).isEqualTo(read);
  }

  @Test
  void theExamplesAreRightThemselves() {
    Contract.DOCUMENT
        .getComponents()
        .getParameters()
        .forEach(
            (key, parameter) -> {
              if (parameter.getExample() instanceof String example) {
                assertThat(example).as(key).matches(parameter.getSchema().getPattern());
              }
            });
    assertThatCode(() -> new KpiGroupId((String) example("groupId"))).doesNotThrowAnyException();
  }

  private static Object example(String parameter) {
    return Contract.parameter(parameter).getExample();
  }

  private static String pattern(String parameter) {
    return Contract.parameter(parameter).getSchema().getPattern();
  }

  private static boolean isTaken(String text, Function<String, ?> parse) {
    try {
      parse.apply(text);
      return true;
    } catch (InvalidInput e) {
      return false;
    }
  }
}
