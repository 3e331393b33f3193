package io.kpigroups.adapter.client.store;

import static io.kpigroups.adapter.client.fixture.Samples.ANN;
import static io.kpigroups.adapter.client.fixture.Samples.GROUP;
import static io.kpigroups.adapter.client.fixture.Samples.NAME;
import static io.kpigroups.adapter.client.fixture.Samples.NOW;
import static io.kpigroups.adapter.client.fixture.Samples.PATH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.adapter.client.fixture.ReceivedRequest;
import io.kpigroups.adapter.client.fixture.Reply;
import io.kpigroups.adapter.client.fixture.Samples;
import io.kpigroups.adapter.client.fixture.Strangers;
import io.kpigroups.adapter.client.fixture.StubUpstream;
import io.kpigroups.application.port.UpstreamFailure;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.failure.LimitReached;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.value.Revision;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Undoing a deletion, which only a service like this one can. */
@QuarkusTest
@WithTestResource(StubUpstream.class)
class RestoreTest {
  private static final Reply RESTORED = Reply.json(200, Samples.group(), "ETag: \"7-1\"");

  private final KpiGroupStorage storage;

  RestoreTest(@Identifier("upstream") KpiGroupStorage storage) {
    this.storage = storage;
  }

  @Test
  void aRestoreIsOneRequestAndAnswersTheGroupInItsRevision() {
    StubUpstream.responds(RESTORED);
    ViewedGroup restored = restore();
    assertThat(restored.group().id()).isEqualTo(GROUP);
    assertThat(restored.group().name()).isEqualTo(NAME);
    assertThat(restored.group().revision()).isEqualTo(new Revision("7"));
    assertThat(restored.group().life().isLive()).isTrue();
    assertThat(restored.favorite()).isTrue();
    assertThat(StubUpstream.received())
        .extracting(ReceivedRequest::line)
        .containsExactly("POST " + PATH + "/restore");
    assertThat(StubUpstream.received().get(0).body()).isEmpty();
  }

  @Test
  void afterALostResponseItIsRestoredAgain() {
    AtomicInteger tries = new AtomicInteger();
    StubUpstream.follows(asked -> tries.incrementAndGet() == 1 ? Reply.nothing() : RESTORED);
    assertThat(restore().group().id()).isEqualTo(GROUP);
    assertThat(StubUpstream.received()).hasSize(2);
  }

  @Test
  void refusalsOfAServiceLikeThisOneArePassedOn() {
    StubUpstream.responds(Reply.json(404, Samples.problem(404, "group-not-found", "x")));
    assertThatThrownBy(this::restore).isInstanceOf(GroupNotFound.class);
    StubUpstream.responds(Reply.json(409, Samples.problem(409, "limit-reached", "At most 2.")));
    assertThatThrownBy(this::restore).isInstanceOf(LimitReached.class).hasMessage("At most 2.");
  }

  @Test
  void anotherUpstreamCannotRestore() {
    Strangers.expectUnsupported(Strangers.refusals(), this::restore);
    Strangers.expectOwnReasons(this::restore);
    Strangers.expectSentenceOfOurs(this::restore);
  }

  @Test
  void aSuccessThatCannotBeReadMayBeARestore() {
    String other = Samples.group("0".repeat(24), "A", "2026-01-02T03:04:05Z");
    for (String odd : List.of("", "<html>", "{}", other)) {
      StubUpstream.responds(Reply.of(200, odd));
      assertThatThrownBy(this::restore)
          .isInstanceOf(UpstreamFailure.class)
          .hasMessageContaining("may have been made");
    }
  }

  private ViewedGroup restore() {
    return storage.groups().restore(ANN, GROUP, NOW, NOW, AccountLimits.DEFAULT);
  }
}
