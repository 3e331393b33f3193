package com.example.cli.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kpigroups.domain.group.Member;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.UserId;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatsTest {
  private static final String NASTY = "a\u001b[31mb\u009bc\u202ed\n\u2066";
  private static final String SAFE = "a\\u001b[31mb\\u009bc\\u202ed\\u000a\\u2066";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "Sales|Sales",
        "Größe 🚀|Größe 🚀",
        "a,b|\"a,b\"",
        "a\"b|\"a\"\"b\"",
        "=1+2|'=1+2",
        "+1|'+1",
        "-1|'-1",
        "@SUM(A1)|'@SUM(A1)",
        "＝1|'＝1",
        "=HYPERLINK(\"x\",1)|\"'=HYPERLINK(\"\"x\"\",1)\"",
        "a=1|a=1",
        "'|'"
      })
  void quotesFieldsOfCsvAndDisarmsFormulas(String text, String field) {
    assertThat(CsvFormat.field(text)).isEqualTo(field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\rb"})
  void quotesLineBreaksInCsv(String text) {
    assertThat(CsvFormat.field(text)).isEqualTo('"' + text + '"');
  }

  @Test
  void writesCsv() {
    CsvFormat csv = new CsvFormat();

    assertThat(csv.head() + csv.row(Samples.named("Sales, Europe", true)) + csv.foot())
        .isEqualTo(
            "id,name,favorite,createdById,dateCreated,modifiedById,dateUpdated\r\n"
                + "6b081c06804c503dc0f97eca,\"Sales,"
                + " Europe\",true,ann,2026-11-26T06:00:00.123Z,ann,2026-11-26T06:00:00.123Z\r\n");
  }

  @Test
  void writesATable() {
    TableFormat table = new TableFormat();

    assertThat(table.head() + table.row(Samples.named(NASTY, true)))
        .isEqualTo(
            "ID                        FAV  UPDATED               NAME\n"
                + "6b081c06804c503dc0f97eca  *    2026-11-26T06:00:00Z  "
                + SAFE
                + "\n");
    assertThat(table.none()).isEmpty();
  }

  @Test
  void writesATree() {
    Stream<Member> members = Stream.of(member("k1", "MRR"), member("k2", NASTY), member("k3"));

    assertThat(new TreeFormat(id -> members).row(Samples.named("Sales", true)))
        .isEqualTo("Sales *\n├── MRR  k1\n├── " + SAFE + "  k2\n└── (not in the register)  k3\n");
  }

  @Test
  void writesAGroupWithoutKpisAsALine() {
    TreeFormat tree = new TreeFormat(id -> Stream.empty());

    assertThat(tree.row(Samples.named("Sales", false))).isEqualTo("Sales\n");
  }

  @Test
  void writesJsonThatIsSafeOnATerminalToo() throws Exception {
    JsonFormat json = new JsonFormat();
    String two = json.row(Samples.named("\"\\" + NASTY, true));
    String text = json.head() + two + json.between() + two + json.foot();

    JsonNode read = new ObjectMapper().readTree(text);
    assertThat(read).hasSize(2);
    assertThat(read.get(1).path("name").asText()).isEqualTo("\"\\" + NASTY);
    assertThat(read.get(1).path("favorite").asBoolean()).isTrue();
    assertThat(read.get(1).path("dateUpdated").asText()).isEqualTo("2026-11-26T06:00:00.123Z");
    assertThat(text.replace("\n", "")).matches("[ -~]+");
    assertThat(json.none()).isEqualTo("[]\n");
  }

  private static Member member(String id, String... name) {
    Optional<Name> known = Stream.of(name).map(Name::stored).findFirst();
    return new Member(new KpiId(id), known, new Stamp(new UserId("ann"), Samples.DAWN));
  }
}
