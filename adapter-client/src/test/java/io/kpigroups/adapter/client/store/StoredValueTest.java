package io.kpigroups.adapter.client.store;

import static io.kpigroups.adapter.client.fixture.Samples.ANN;
import static io.kpigroups.adapter.client.fixture.Samples.GROUP;
import static io.kpigroups.adapter.client.fixture.Samples.KPI;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.client.fixture.Reply;
import io.kpigroups.adapter.client.fixture.Samples;
import io.kpigroups.adapter.client.fixture.StubUpstream;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.KpiFilter;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.value.UserId;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** User ids are shown as upstream has them, even if we would reject them. */
@QuarkusTest
@WithTestResource(StubUpstream.class)
class StoredValueTest {
  private final KpiGroupStorage storage;

  StoredValueTest(@Identifier("upstream") KpiGroupStorage storage) {
    this.storage = storage;
  }

  @ParameterizedTest
  @CsvSource({
    "'\"\"', ''",
    "null, ''",
    "'\"Zo\u00eb\"', Zo\u00eb",
    "'\"tab\\there\"', 'tab\there'",
    "'\" padded \"', ' padded '"
  })
  void userIdsOfAGroupAreShownAsUpstreamHasThem(String written, String shown) {
    for (String property : new String[] {"createdById", "modifiedById"}) {
      String odd = Samples.groupWith(property, written.replace("\\", "\\\\"));
      String other = Samples.group("65f0a1b2c3d4e5f607182931", "n", "2026-01-02T03:04:05Z");
      StubUpstream.responds(Reply.json(200, Samples.list(2, odd, other)));
      KpiGroup group =
          storage
              .groups()
              .list(ANN, GroupSelection.LIVE, ListQuery.groups(PageRange.first(1_000)))
              .items()
              .get(0)
              .group();
      UserId by = property.equals("createdById") ? group.created().by() : group.modified().by();
      assertThat(by.value()).isEqualTo(shown);
    }
  }

  @Test
  void aUserIdMayBeLongOrMissing() {
    String longId = "u".repeat(300);
    StubUpstream.responds(
        Reply.json(200, Samples.group().replace("\"ann\"", "\"" + longId + "\"")));
    assertThat(group().created().by().value()).isEqualTo(longId);
    StubUpstream.responds(
        Reply.json(200, Samples.group().replace("createdById", "x").replace("modifiedById", "y")));
    assertThat(group().created().by().value()).isEmpty();
    assertThat(group().modified().by().value()).isEmpty();
  }

  @Test
  void allOwnersOfAKpiAreShownAsUpstreamHasThem() {
    String owners =
        IntStream.range(0, 150).mapToObj(i -> "\"u" + i + "\"").collect(Collectors.joining(","));
    String kpi =
        "{\"id\":\"%s\",\"name\":\"n\",\"ownerIds\":[\"\",\"Zo\u00eb\",%s]}"
            .formatted(KPI.value(), owners);
    StubUpstream.responds(Reply.json(200, Samples.list(1, kpi)));
    Kpi listed =
        storage
            .kpis()
            .list(ANN, KpiFilter.ALL, ListQuery.kpis(PageRange.first(1_000)))
            .items()
            .get(0);
    assertThat(listed.owners())
        .hasSize(152)
        .extracting(UserId::value)
        .startsWith("", "Zo\u00eb", "u0")
        .endsWith("u149");
  }

  private KpiGroup group() {
    return storage.groups().find(ANN, GROUP).orElseThrow().group();
  }
}
