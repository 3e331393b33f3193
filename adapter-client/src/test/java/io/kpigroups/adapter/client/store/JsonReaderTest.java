package io.kpigroups.adapter.client.store;

import static io.kpigroups.adapter.client.fixture.Samples.ANN;
import static io.kpigroups.adapter.client.fixture.Samples.GROUP;
import static io.kpigroups.adapter.client.fixture.Samples.KPI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.adapter.client.fixture.Reply;
import io.kpigroups.adapter.client.fixture.Samples;
import io.kpigroups.adapter.client.fixture.StubUpstream;
import io.kpigroups.application.port.UpstreamFailure;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.KpiFilter;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.value.Name;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which JSON of upstream is accepted. */
@QuarkusTest
@WithTestResource(StubUpstream.class)
class JsonReaderTest {
  private final KpiGroupStorage storage;

  JsonReaderTest(@Identifier("upstream") KpiGroupStorage storage) {
    this.storage = storage;
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-02T03:04:05Z, 2026-01-02T03:04:05Z",
    "2026-01-02T03:04:05.6Z, 2026-01-02T03:04:05.6Z",
    "2026-01-02T03:04:05.678901234Z, 2026-01-02T03:04:05.678Z",
    "2026-01-02T05:04:05.5+02:00, 2026-01-02T03:04:05.5Z"
  })
  void aDateMayHaveAFractionOrNoneAndAnOffset(String written, Instant meant) {
    assertThat(read("dateCreated", "\"" + written + "\"").created().at()).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"0001-01-01T00:00:00Z\"", "\"0001-01-01T00:00:00.000Z\"", "null", "\"\""})
  void aDateMayBeUnset(String written) {
    assertThat(read("dateUpdated", written).modified().time()).isEmpty();
    assertThat(read("dateCreated", written).created().time()).isEmpty();
  }

  @Test
  void unknownPropertiesAreIgnored() {
    KpiGroup group = read("name", "\"Sales\",\"kpis\":[{\"a\":[1,{}]}],\"colour\":null");
    assertThat(group.name()).isEqualTo(new Name("Sales"));
  }

  @Test
  void aNameThatWeWouldRejectIsShown() {
    Map.of(
            "",
            "",
            " padded ",
            " padded ",
            "a\\tb",
            "a\tb",
            "e\\u0301",
            "e\u0301",
            "\\u2028",
            "\u2028",
            "\\ud83d\\ude00",
            "\uD83D\uDE00")
        .forEach(
            (written, meant) -> {
              String json = Matcher.quoteReplacement("\"" + written + "\"");
              assertThat(read("name", json).name().value()).isEqualTo(meant);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "id, '\"65F0A1B2C3D4E5F607182930\"'",
    "id, '\"short\"'",
    "id, 'null'",
    "id, '7'",
    "accountId, '\"another\"'",
    "accountId, '{}'",
    "id, '\"000000000000000000000007\"'",
    "name, 'null'",
    "name, '5'",
    "name, '\"a\\\\ud800b\"'",
    "createdById, '\"\\\\udc00\\\\ud800\"'",
    "dateCreated, '\"+300000000-01-02T03:04:05Z\"'",
    "dateUpdated, '\"-0001-01-02T03:04:05Z\"'",
    "dateCreated, '\"yesterday\"'",
    "dateUpdated, '1700000000'"
  })
  void anInvalidPropertyIsAFailureOfUpstream(String property, String written) {
    assertThatThrownBy(() -> read(property, written))
        .isInstanceOf(UpstreamFailure.class)
        .hasMessage("The service that keeps the groups gave an answer that makes no sense.");
  }

  /** So that every row can be the last of a page, and a cursor leads on behind it. */
  @Test
  void aNameThatIsTooLongForACursorIsAFailureOfUpstream() {
    String longest = "\uD83D\uDE00".repeat(1_000);
    assertThat(read("name", "\"" + longest + "\"").name().value()).isEqualTo(longest);
    anInvalidPropertyIsAFailureOfUpstream("name", "\"" + longest + "x\"");
  }

  @Test
  void jsonThatIsTooLargeTooDeepOrNotOneValueIsAFailure() {
    StubUpstream.responds(Reply.json(200, "[" + "0,".repeat(30_000) + "0]"));
    assertThatThrownBy(() -> storage.groups().find(ANN, GROUP)).isInstanceOf(UpstreamFailure.class);
    StubUpstream.responds(Reply.json(200, Samples.group() + " {}"));
    assertThatThrownBy(() -> storage.groups().find(ANN, GROUP)).isInstanceOf(UpstreamFailure.class);
    StubUpstream.responds(Reply.json(200, "[".repeat(200) + "]".repeat(200)));
    assertThatThrownBy(() -> storage.groups().find(ANN, GROUP)).isInstanceOf(UpstreamFailure.class);
  }

  @Test
  void aKpiNeedsAnIdAndANameOnly() {
    StubUpstream.responds(
        Reply.json(200, "{\"id\":\"" + KPI.value() + "\",\"name\":\" x\",\"targets\":{}}"));
    var kpi = storage.kpis().find(ANN, KPI).orElseThrow();
    assertThat(kpi.name().value()).isEqualTo(" x");
    assertThat(kpi.owners()).isEmpty();
    for (String nonsense : List.of("{}", "[]", "", "{\"id\":\"!\",\"name\":\"x\"}")) {
      StubUpstream.responds(Reply.json(200, nonsense));
      assertThatThrownBy(() -> storage.kpis().find(ANN, KPI)).isInstanceOf(UpstreamFailure.class);
    }
  }

  private KpiGroup read(String property, String json) {
    StubUpstream.responds(Reply.json(200, Samples.groupWith(property, json)));
    return storage.groups().find(ANN, GROUP).orElseThrow().group();
  }

  /** Whoever runs the service must find the rows, which may be few among thousands. */
  @Test
  void allUnreadableGroupsOfAListAreNamed() {
    String good = Samples.group("65f0a1b2c3d4e5f607182930", "Good", "2026-01-02T03:04:05Z");
    String dated = Samples.group("65f0a1b2c3d4e5f607182931", "Dated", "yesterday");
    String odd = Samples.group("NO-ID\\n", "Odd", "2026-01-02T03:04:05Z");
    StubUpstream.responds(Reply.json(200, Samples.list(4, good, dated, odd, "7")));

    assertThatThrownBy(
            () ->
                storage
                    .groups()
                    .list(
                        Samples.ANN, GroupSelection.LIVE, ListQuery.groups(PageRange.first(1_000))))
        .isInstanceOf(UpstreamFailure.class)
        .cause()
        .hasMessageContaining("no. 2, id \"65f0a1b2c3d4e5f607182931\": \"dateCreated\"")
        .hasMessageContaining("no. 3, id \"NO-ID?\": \"id\"")
        .hasMessageContaining("no. 4, id \"\": ")
        .hasMessageNotContaining("no. 1,");
  }

  @Test
  void allUnreadableKpisOfAListAreNamed() {
    StubUpstream.responds(
        Reply.json(200, Samples.list(2, "{\"id\":\"k1\"}", "{\"id\":\"k2\",\"name\":\"K\"}")));

    assertThatThrownBy(
            () ->
                storage
                    .kpis()
                    .list(Samples.ANN, KpiFilter.ALL, ListQuery.kpis(PageRange.first(1_000))))
        .isInstanceOf(UpstreamFailure.class)
        .cause()
        .hasMessageContaining("no. 1, id \"k1\": ")
        .hasMessageNotContaining("no. 2,");
  }
}
