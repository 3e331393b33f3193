package io.kpigroups.adapter.client.store;

import static io.kpigroups.adapter.client.fixture.Samples.ANN;
import static io.kpigroups.adapter.client.fixture.Samples.GROUP;
import static io.kpigroups.adapter.client.fixture.Samples.KPI;
import static io.kpigroups.adapter.client.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.adapter.client.fixture.Reply;
import io.kpigroups.adapter.client.fixture.Samples;
import io.kpigroups.adapter.client.fixture.StubUpstream;
import io.kpigroups.application.port.GroupOrKpiNotFound;
import io.kpigroups.application.port.UpstreamFailure;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.failure.KpiNotFound;
import io.kpigroups.domain.failure.LimitReached;
import io.kpigroups.domain.group.AccountRules;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a refusal means if the response to an earlier try was lost. */
@QuarkusTest
@WithTestResource(StubUpstream.class)
class LostResponseTest {
  /** After each of these upstream may have done what it was asked for. */
  private static final List<Reply> LOST =
      List.of(Reply.nothing(), Reply.noise(), Reply.truncated(200, ""), Reply.json(504, ""));

  private static final Reply NO_GROUP =
      Reply.json(404, Samples.problem(404, "group-not-found", "x"));
  private static final Reply NO_KPI = Reply.json(404, Samples.problem(404, "kpi-not-found", "x"));

  private final KpiGroupStorage storage;

  LostResponseTest(@Identifier("upstream") KpiGroupStorage storage) {
    this.storage = storage;
  }

  private void unfavorite() {
    storage.favorites().remove(ANN, GROUP, NOW);
  }

  private void leave() {
    storage.memberships().remove(ANN, GROUP, KPI, NOW, AccountRules.DEFAULT);
  }

  private void favorite() {
    storage.favorites().add(ANN, GROUP, NOW, AccountLimits.DEFAULT);
  }

  private void join() {
    storage.memberships().add(ANN, GROUP, KPI, NOW, AccountRules.DEFAULT);
  }

  @Test
  void notFoundAfterALostResponseMeansThatWeRemovedIt() {
    for (Reply lost : LOST) {
      for (int gone : new int[] {404, 410}) {
        for (Runnable removal : List.<Runnable>of(this::unfavorite, this::leave)) {
          responds(lost, Reply.json(gone, "<p>not there</p>"));
          assertThatCode(removal::run).doesNotThrowAnyException();
          assertThat(StubUpstream.received()).hasSize(2);
        }
      }
    }
  }

  @Test
  void kpiNotFoundAfterALostResponseMeansThatWeRemovedIt() {
    responds(Reply.nothing(), NO_KPI);
    assertThatCode(this::leave).doesNotThrowAnyException();
  }

  @Test
  void groupNotFoundIsToldAlsoAfterALostResponse() {
    responds(Reply.nothing(), NO_GROUP);
    assertThatThrownBy(this::unfavorite).isInstanceOf(GroupNotFound.class);
    responds(Reply.nothing(), NO_GROUP);
    assertThatThrownBy(this::leave).isInstanceOf(GroupNotFound.class);
  }

  @Test
  void notFoundAtTheFirstTryIsTold() {
    StubUpstream.responds(Reply.json(404, ""));
    assertThatThrownBy(this::unfavorite).isInstanceOf(GroupNotFound.class);
    assertThatThrownBy(this::leave).isInstanceOf(GroupOrKpiNotFound.class);
    responds(NO_KPI, NO_KPI);
    assertThatThrownBy(this::leave).isInstanceOf(KpiNotFound.class);
  }

  @Test
  void notFoundAfterATryThatDidNothingIsTold() {
    Reply nothingDone = Reply.json(429, "", "Retry-After: 0");
    responds(nothingDone, Reply.json(404, ""));
    assertThatThrownBy(this::unfavorite).isInstanceOf(GroupNotFound.class);
    responds(nothingDone, Reply.json(404, ""));
    assertThatThrownBy(this::leave).isInstanceOf(GroupOrKpiNotFound.class);
  }

  @Test
  void notFoundForAnAdditionIsToldAlsoAfterALostResponse() {
    responds(Reply.nothing(), Reply.json(404, ""));
    assertThatThrownBy(this::favorite).isInstanceOf(GroupNotFound.class);
    responds(Reply.nothing(), Reply.json(404, ""));
    assertThatThrownBy(this::join).isInstanceOf(GroupOrKpiNotFound.class);
  }

  @Test
  void conflictAfterALostResponseMeansThatWeAddedIt() {
    for (Reply lost : LOST) {
      for (Runnable addition : List.<Runnable>of(this::favorite, this::join)) {
        responds(lost, Reply.json(409, "<p>already there</p>"));
        assertThatCode(addition::run).doesNotThrowAnyException();
      }
    }
    StubUpstream.responds(Reply.json(409, ""));
    assertThatThrownBy(this::favorite).isInstanceOf(UpstreamFailure.class);
    responds(Reply.nothing(), Reply.json(409, Samples.problem(409, "limit-reached", "At most 2.")));
    assertThatThrownBy(this::join).isInstanceOf(LimitReached.class);
  }

  private static void responds(Reply first, Reply then) {
    AtomicInteger tries = new AtomicInteger();
    StubUpstream.follows(asked -> tries.incrementAndGet() == 1 ? first : then);
  }
}
