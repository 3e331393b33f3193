package io.kpigroups.adapter.client.find;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.client.fixture.GroupUpstream;
import io.kpigroups.adapter.client.fixture.GroupUpstream.Kind;
import io.kpigroups.adapter.client.fixture.GroupUpstream.Row;
import io.kpigroups.adapter.client.fixture.ManyGroups;
import io.kpigroups.adapter.client.fixture.StubUpstream;
import io.kpigroups.adapter.client.fixture.TestStorage;
import io.kpigroups.adapter.client.fixture.Walk;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.PageRange;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.tls.TlsConfigurationRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A long list of an upstream is walked while others write. */
@QuarkusTest
@WithTestResource(StubUpstream.class)
class ForeignWalkTest {
  private static final int STEADY = 1_000;

  private final TlsConfigurationRegistry registry;

  ForeignWalkTest(TlsConfigurationRegistry registry) {
    this.registry = registry;
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"DEAF", "STRICT"})
  void whatIsThereAllTheTimeComesExactlyOnce(Kind kind) throws Exception {
    List<Row> steady = ManyGroups.live(STEADY);
    KpiGroupStorage storage =
        TestStorage.of(
            Map.of(
                "kpigroups.upstream.url",
                StubUpstream.url(),
                "kpigroups.upstream.answer-size",
                "8M"),
            registry);
    for (var order :
        List.of(
            List.of(Order.ascending(GroupField.ID)),
            List.of(Order.descending(GroupField.NAME)),
            List.of(Order.ascending(GroupField.DATE_CREATED)))) {
      var upstream = new GroupUpstream(kind, 2_000, steady);
      AtomicBoolean done = new AtomicBoolean();
      CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> write(upstream, done));
      List<String> walked;
      try {
        walked = walk(storage, ListQuery.groups(order, PageRange.first(240)));
      } finally {
        done.set(true);
      }
      writer.get();
      assertThat(walked).doesNotHaveDuplicates().containsAll(ids(steady.stream()));
    }
  }

  private static List<String> walk(KpiGroupStorage storage, ListQuery<GroupField> query) {
    return new Walk(storage)
        .pages(GroupSelection.LIVE, query).stream()
            .flatMap(page -> Walk.ids(page).stream())
            .toList();
  }

  /** Rows come and go at all places of the list. */
  private static void write(GroupUpstream upstream, AtomicBoolean done) {
    while (!done.get()) {
      comingAndGoing().forEach(upstream::put);
      comingAndGoing().forEach(upstream::remove);
    }
  }

  private static Stream<Row> comingAndGoing() {
    return IntStream.range(STEADY, STEADY + 50).mapToObj(ManyGroups::one);
  }

  private static List<String> ids(Stream<Row> rows) {
    return rows.map(row -> row.group().id().value()).toList();
  }
}
