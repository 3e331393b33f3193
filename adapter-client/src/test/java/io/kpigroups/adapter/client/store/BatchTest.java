package io.kpigroups.adapter.client.store;

import static io.kpigroups.adapter.client.fixture.Samples.ANN;
import static io.kpigroups.adapter.client.fixture.Samples.GROUP;
import static io.kpigroups.adapter.client.fixture.Samples.NOW;
import static io.kpigroups.adapter.client.fixture.Samples.PATH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.adapter.client.fixture.ReceivedRequest;
import io.kpigroups.adapter.client.fixture.Reply;
import io.kpigroups.adapter.client.fixture.Samples;
import io.kpigroups.adapter.client.fixture.Strangers;
import io.kpigroups.adapter.client.fixture.StubUpstream;
import io.kpigroups.adapter.client.fixture.TestStorage;
import io.kpigroups.application.port.UpstreamFailure;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.failure.KpiNotFound;
import io.kpigroups.domain.failure.LimitReached;
import io.kpigroups.domain.group.AccountRules;
import io.kpigroups.domain.group.KpiBatch;
import io.kpigroups.domain.kpi.KpiId;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.smallrye.common.annotation.Identifier;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many members at once, which only a service like this one can change. */
@QuarkusTest
@WithTestResource(StubUpstream.class)
class BatchTest {
  private static final KpiBatch BATCH =
      new KpiBatch(List.of(new KpiId("k1"), new KpiId("k_2")), List.of(new KpiId("k-3")));

  private final KpiGroupStorage storage;
  private final TlsConfigurationRegistry registry;

  BatchTest(@Identifier("upstream") KpiGroupStorage storage, TlsConfigurationRegistry registry) {
    this.storage = storage;
    this.registry = registry;
  }

  @Test
  void aBatchIsOneRequestAndItsCountsAreTold() {
    StubUpstream.responds(result("1", "0", "2"));
    assertThat(change(BATCH)).isEqualTo(new KpiBatch.Result(1, 0, 2));
    assertThat(StubUpstream.received())
        .extracting(ReceivedRequest::line)
        .containsExactly("POST " + PATH + "/kpis/batch");
    assertThat(StubUpstream.received().get(0).body())
        .isEqualTo("{\"add\":[\"k1\",\"k_2\"],\"remove\":[\"k-3\"]}");
    assertThat(StubUpstream.received().get(0).headers())
        .containsEntry("content-type", "application/json");
  }

  @Test
  void anEmptyBatchIsSentToo() {
    StubUpstream.responds(result("0", "0", "0"));
    assertThat(change(new KpiBatch(List.of(), List.of()))).isEqualTo(new KpiBatch.Result(0, 0, 0));
    assertThat(StubUpstream.received().get(0).body()).isEqualTo("{\"add\":[],\"remove\":[]}");
  }

  @Test
  void afterALostResponseTheCountsAreThoseOfTheLastTry() {
    AtomicInteger tries = new AtomicInteger();
    StubUpstream.follows(
        asked -> tries.incrementAndGet() == 1 ? Reply.nothing() : result("0", "0", "3"));
    assertThat(change(BATCH)).isEqualTo(new KpiBatch.Result(0, 0, 3));
    assertThat(StubUpstream.received()).hasSize(2);
  }

  @Test
  void allUnknownKpisOfTheLargestBatchAreNamed() {
    List<KpiId> kpis =
        IntStream.range(0, KpiBatch.MAX_KPIS).mapToObj("%064d"::formatted).map(KpiId::new).toList();
    String detail = new KpiNotFound(kpis.stream().map(KpiId::value).toList()).getMessage();
    StubUpstream.responds(Reply.json(404, Samples.problem(404, "kpi-not-found", detail)));
    KpiGroupStorage roomy =
        TestStorage.of(Map.of("kpigroups.upstream.url", StubUpstream.url()), registry);
    assertThatThrownBy(() -> change(roomy, new KpiBatch(kpis, List.of())))
        .isInstanceOf(KpiNotFound.class)
        .hasMessage(detail);
  }

  @Test
  void otherRefusalsOfAServiceLikeThisOneArePassedOn() {
    StubUpstream.responds(Reply.json(404, Samples.problem(404, "group-not-found", "x")));
    assertThatThrownBy(() -> change(BATCH)).isInstanceOf(GroupNotFound.class);
    StubUpstream.responds(Reply.json(409, Samples.problem(409, "limit-reached", "At most 2.")));
    assertThatThrownBy(() -> change(BATCH))
        .isInstanceOf(LimitReached.class)
        .hasMessage("At most 2.");
    StubUpstream.responds(Reply.json(400, Samples.problem(400, "invalid-input", "Not so.")));
    assertThatThrownBy(() -> change(BATCH)).isInstanceOf(InvalidInput.class).hasMessage("Not so.");
  }

  @Test
  void anotherUpstreamHasNoBatches() {
    Strangers.expectUnsupported(Strangers.refusals(), () -> change(BATCH));
    Strangers.expectOwnReasons(() -> change(BATCH));
    Strangers.expectSentenceOfOurs(() -> change(BATCH));
  }

  @Test
  void aSuccessThatCannotBeReadMayBeAChange() {
    for (Reply odd :
        List.of(
            Reply.of(200, "<html>"),
            Reply.of(204, ""),
            Reply.json(200, "{}"),
            result("1", "1", "-1"),
            result("1", "1", "1001"),
            result("1", "1", "4294967297"),
            result("1", "1", "1.0"))) {
      StubUpstream.responds(odd);
      assertThatThrownBy(() -> change(BATCH))
          .isInstanceOf(UpstreamFailure.class)
          .hasMessageContaining("may have been made");
    }
  }

  private KpiBatch.Result change(KpiBatch batch) {
    return change(storage, batch);
  }

  private static KpiBatch.Result change(KpiGroupStorage storage, KpiBatch batch) {
    return storage.memberships().change(ANN, GROUP, batch, NOW, AccountRules.DEFAULT);
  }

  private static Reply result(String added, String removed, String unchanged) {
    return Reply.json(
        200, "{\"added\":%s,\"removed\":%s,\"unchanged\":%s}".formatted(added, removed, unchanged));
  }
}
