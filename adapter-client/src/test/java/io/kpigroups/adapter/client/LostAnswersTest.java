package io.kpigroups.adapter.client;

import static io.kpigroups.adapter.client.Samples.ANN;
import static io.kpigroups.adapter.client.Samples.GROUP;
import static io.kpigroups.adapter.client.Samples.KPI;
import static io.kpigroups.adapter.client.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

/** What a retry may be told of what the try before it has done, and what that means. */
@QuarkusTest
@WithTestResource(StubUpstream.class)
class LostAnswersTest {
  /** After each of these upstream may have done what it was asked for. */
  private static final List<Reply> LOST =
      List.of(Reply.nothing(), Reply.noise(), Reply.truncated(200, ""), Reply.json(504, ""));

  private static final Reply NO_GROUP =
      Reply.json(404, Samples.problem(404, "group-not-found", "x"));
  private static final Reply NO_KPI = Reply.json(404, Samples.problem(404, "kpi-not-found", "x"));

  private final KpiGroupStorage storage;

  LostAnswersTest(@Identifier("upstream") KpiGroupStorage storage) {
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
  void whatIsGoneAfterALostAnswerWasTakenAwayByUs() {
    for (Reply lost : LOST) {
      for (int gone : new int[] {404, 410}) {
        for (Runnable removal : List.<Runnable>of(this::unfavorite, this::leave)) {
          answers(lost, Reply.json(gone, "<p>not there</p>"));
          assertThatCode(removal::run).doesNotThrowAnyException();
          assertThat(StubUpstream.asked()).hasSize(2);
        }
      }
    }
  }

  @Test
  void aKpiThatNobodyKnowsAfterALostAnswerWasTakenOutByUs() {
    answers(Reply.nothing(), NO_KPI);
    assertThatCode(this::leave).doesNotThrowAnyException();
  }

  @Test
  void aGroupThatIsNotThereIsToldAlsoAfterALostAnswer() {
    answers(Reply.nothing(), NO_GROUP);
    assertThatThrownBy(this::unfavorite).isInstanceOf(GroupNotFound.class);
    answers(Reply.nothing(), NO_GROUP);
    assertThatThrownBy(this::leave).isInstanceOf(GroupNotFound.class);
  }

  @Test
  void whatIsNotThereAtTheFirstTryIsNotThere() {
    StubUpstream.answers(Reply.json(404, ""));
    assertThatThrownBy(this::unfavorite).isInstanceOf(GroupNotFound.class);
    assertThatThrownBy(this::leave).isInstanceOf(GroupOrKpiNotFound.class);
    answers(NO_KPI, NO_KPI);
    assertThatThrownBy(this::leave).isInstanceOf(KpiNotFound.class);
  }

  @Test
  void whatIsNotThereAfterATryThatDidNothingIsNotThere() {
    Reply nothingDone = Reply.json(429, "", "Retry-After: 0");
    answers(nothingDone, Reply.json(404, ""));
    assertThatThrownBy(this::unfavorite).isInstanceOf(GroupNotFound.class);
    answers(nothingDone, Reply.json(404, ""));
    assertThatThrownBy(this::leave).isInstanceOf(GroupOrKpiNotFound.class);
  }

  @Test
  void whatCannotBePutInAfterALostAnswerIsToldAsEver() {
    answers(Reply.nothing(), Reply.json(404, ""));
    assertThatThrownBy(this::favorite).isInstanceOf(GroupNotFound.class);
    answers(Reply.nothing(), Reply.json(404, ""));
    assertThatThrownBy(this::join).isInstanceOf(GroupOrKpiNotFound.class);
  }

  @Test
  void aConflictAfterALostAnswerIsWithWhatWePutThere() {
    for (Reply lost : LOST) {
      for (Runnable addition : List.<Runnable>of(this::favorite, this::join)) {
        answers(lost, Reply.json(409, "<p>already there</p>"));
        assertThatCode(addition::run).doesNotThrowAnyException();
      }
    }
    StubUpstream.answers(Reply.json(409, ""));
    assertThatThrownBy(this::favorite).isInstanceOf(UpstreamFailure.class);
    answers(Reply.nothing(), Reply.json(409, Samples.problem(409, "limit-reached", "At most 2.")));
    assertThatThrownBy(this::join).isInstanceOf(LimitReached.class);
  }

  private static void answers(Reply first, Reply then) {
    AtomicInteger tries = new AtomicInteger();
    StubUpstream.follows(asked -> tries.incrementAndGet() == 1 ? first : then);
  }
}
