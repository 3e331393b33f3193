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
import io.kpigroups.adapter.client.fixture.StubUpstream;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.failure.StaleRevision;
import io.kpigroups.domain.value.Revision;
import io.kpigroups.domain.value.RevisionMatch;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How entity tags of upstream, or digests, become revisions, and are sent back. */
@QuarkusTest
@WithTestResource(StubUpstream.class)
class EntityTagsTest {
  private final KpiGroupStorage storage;

  EntityTagsTest(@Identifier("upstream") KpiGroupStorage storage) {
    this.storage = storage;
  }

  @Test
  void theEntityTagIsTheRevisionAndIsSentBack() {
    assertThat(revisionOf("ETag: \"3-1\"")).isEqualTo(new Revision("3"));
    expectIfMatch("\"3-0\", \"3-1\"", RevisionMatch.oneOf(Set.of(new Revision("3"))));
    expectIfMatch("*", RevisionMatch.any());
  }

  @Test
  void aForeignEntityTagIsCheckedByAReadAndSentBack() {
    RevisionMatch expected = RevisionMatch.oneOf(Set.of(revisionOf("ETag: \"abc-0\"")));
    StubUpstream.responds(Reply.json(200, Samples.group(), "ETag: \"abc-0\""));
    storage.groups().delete(ANN, GROUP, NOW, expected);
    assertThat(StubUpstream.received())
        .extracting(asked -> asked.method() + " " + asked.headers().get("if-match"))
        .containsExactly("GET null", "DELETE \"abc-0\"");
    StubUpstream.responds(Reply.json(200, Samples.group(), "ETag: \"xyz-0\""));
    assertThatThrownBy(() -> storage.groups().delete(ANN, GROUP, NOW, expected))
        .isInstanceOf(StaleRevision.class);
  }

  @Test
  void withoutAnEntityTagTheRevisionIsADigestThatIgnoresTheFavorite() {
    Revision digest = revisionOf("X-None: x");
    assertThat(digest.value()).startsWith("sha256.");
    assertThat(revisionOf("ETag: W/\"weak\"")).isEqualTo(digest);
    StubUpstream.responds(Reply.json(200, Samples.groupWith("favorite", "false")));
    assertThat(found()).isEqualTo(digest);
    StubUpstream.responds(Reply.json(200, Samples.groupWith("name", "\"Other\"")));
    assertThat(found()).isNotEqualTo(digest);
  }

  @Test
  void aDigestIsCheckedByAReadBeforeTheChange() {
    RevisionMatch current = RevisionMatch.oneOf(Set.of(revisionOf("X-None: x")));
    StubUpstream.responds(Reply.json(200, Samples.group()));
    storage.groups().delete(ANN, GROUP, NOW, current);
    assertThat(StubUpstream.received())
        .extracting(ReceivedRequest::line)
        .containsExactly("GET " + PATH, "DELETE " + PATH);
    assertThat(StubUpstream.received().get(1).headers()).doesNotContainKey("if-match");

    StubUpstream.responds(Reply.json(200, Samples.groupWith("name", "\"Other\"")));
    assertThatThrownBy(() -> storage.groups().delete(ANN, GROUP, NOW, current))
        .isInstanceOf(StaleRevision.class);
    StubUpstream.responds(Reply.json(404, ""));
    assertThatThrownBy(() -> storage.groups().rename(ANN, GROUP, NAME, NOW, current))
        .isInstanceOf(GroupNotFound.class);
    assertThat(StubUpstream.received()).extracting(ReceivedRequest::method).containsExactly("GET");
  }

  @Test
  void aDigestIsAcceptedAlsoIfTheReadHasAnEntityTag() {
    RevisionMatch digest = RevisionMatch.oneOf(Set.of(revisionOf("X-None: x")));
    StubUpstream.responds(Reply.json(200, Samples.group(), "ETag: \"abc\""));
    storage.groups().delete(ANN, GROUP, NOW, digest);
    assertThat(StubUpstream.received().get(1).headers()).containsEntry("if-match", "\"abc\"");
  }

  private void expectIfMatch(String sent, RevisionMatch expected) {
    StubUpstream.responds(Reply.json(200, Samples.group()));
    storage.groups().rename(ANN, GROUP, NAME, NOW, expected);
    storage.groups().delete(ANN, GROUP, NOW, expected);
    assertThat(StubUpstream.received())
        .extracting(asked -> asked.headers().get("if-match"))
        .containsExactly(sent, sent);
  }

  private Revision revisionOf(String header) {
    StubUpstream.responds(Reply.json(200, Samples.group(), header));
    return found();
  }

  private Revision found() {
    return storage.groups().find(ANN, GROUP).orElseThrow().group().revision();
  }
}
