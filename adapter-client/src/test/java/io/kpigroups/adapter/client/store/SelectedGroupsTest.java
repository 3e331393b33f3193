package io.kpigroups.adapter.client.store;

import static io.kpigroups.adapter.client.fixture.Samples.ANN;
import static io.kpigroups.adapter.client.fixture.Samples.KPI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.adapter.client.fixture.ReceivedRequest;
import io.kpigroups.adapter.client.fixture.Reply;
import io.kpigroups.adapter.client.fixture.Samples;
import io.kpigroups.adapter.client.fixture.Strangers;
import io.kpigroups.adapter.client.fixture.StubUpstream;
import io.kpigroups.application.port.Unsupported;
import io.kpigroups.application.port.UpstreamFailure;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.failure.KpiNotFound;
import io.kpigroups.domain.filter.GroupFilter.Favorite;
import io.kpigroups.domain.group.AccountRules;
import io.kpigroups.domain.group.GroupLife;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.value.UserId;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Groups that are picked by a KPI or by their deletion, and what is told of them besides. */
@QuarkusTest
@WithTestResource(StubUpstream.class)
class SelectedGroupsTest {
  private static final String PATH = "/api/v1/kpis/groups";
  private static final PageRange ALL = PageRange.first(1_000);
  private static final Instant DELETED = Instant.parse("2026-02-03T04:05:06.789Z");
  private static final String DELETION =
      ",\"dateDeleted\":\"2026-02-03T04:05:06.789Z\",\"deletedById\":\"cat\","
          + "\"purgeAfter\":\"2026-02-10T04:05:06.789Z\"}";

  /** Every way to pick, or to tell more. */
  private static final List<GroupSelection> SELECTIONS =
      List.of(
          GroupSelection.LIVE.with(KPI),
          GroupSelection.LIVE.with(KPI).with(new Favorite(true)),
          GroupSelection.LIVE.withKpiCount(),
          GroupSelection.DELETED,
          GroupSelection.DELETED.with(KPI).withKpiCount());

  private final KpiGroupStorage storage;

  SelectedGroupsTest(@Identifier("upstream") KpiGroupStorage storage) {
    this.storage = storage;
  }

  @Test
  void theGroupsOfAKpiArePickedByUpstream() {
    StubUpstream.responds(Samples.listOfOurs(PATH, 7, Samples.group()));
    Page<ViewedGroup> page = list(GroupSelection.LIVE.with(KPI), new PageRange(3, 1));
    assertThat(page.items()).extracting(row -> row.group().name()).containsExactly(Samples.NAME);
    assertThat(page.items().get(0).group().life()).isEqualTo(GroupLife.LIVE);
    assertThat(page.totalCount()).isEqualTo(7);
    assertThat(page.hasNext()).isTrue();
    assertThat(parameters()).isEqualTo(Map.of("kpiId", KPI.value(), "skip", "3", "limit", "1"));
  }

  @Test
  void ofDeletedGroupsTheDeletionAndTheRetentionOfUpstreamAreTold() {
    StubUpstream.responds(Samples.listOfOurs(PATH, 1, with(DELETION)));
    GroupSelection recent = GroupSelection.DELETED.deletedAfter(DELETED);
    var order = List.of(Order.descending(GroupField.DATE_DELETED));
    ViewedGroup row =
        storage.groups().list(ANN, recent, ListQuery.groups(order, ALL)).items().get(0);
    assertThat(row.group().life())
        .isEqualTo(new GroupLife.Deleted(new Stamp(new UserId("cat"), DELETED)));
    assertThat(row.purgeAfter()).contains(Instant.parse("2026-02-10T04:05:06.789Z"));
    assertThat(row.kpiCount()).isEmpty();
    assertThat(row.favorite()).isTrue();
    assertThat(parameters())
        .isEqualTo(
            Map.of("deleted", "true", "skip", "0", "limit", "1000", "sort", "-dateDeleted,-id"));
  }

  @Test
  void kpisAreCountedByUpstreamIfThatIsAskedFor() {
    StubUpstream.responds(
        Samples.listOfOurs(PATH, 2, with(",\"kpiCount\":0}"), with(",\"kpiCount\":5000000000}")));
    assertThat(list(GroupSelection.LIVE.withKpiCount(), ALL).items())
        .extracting(row -> row.kpiCount().orElseThrow())
        .containsExactly(0L, 5_000_000_000L);
    String group = "accountId,createdById,dateCreated,dateUpdated,favorite,id,modifiedById,name";
    assertThat(parameters()).containsEntry("fields", group + ",kpiCount").hasSize(3);

    StubUpstream.responds(Samples.listOfOurs(PATH, 1, with(",\"kpiCount\":3" + DELETION)));
    ViewedGroup deleted = list(GroupSelection.DELETED.withKpiCount(), ALL).items().get(0);
    assertThat(deleted.kpiCount()).hasValue(3);
    assertThat(deleted.group().life().isLive()).isFalse();
    assertThat(parameters())
        .containsEntry("fields", group + ",dateDeleted,deletedById,purgeAfter,kpiCount")
        .containsEntry("deleted", "true");
  }

  @Test
  void withoutATotalThePageSaysWhetherThereIsMore() {
    StubUpstream.responds(Samples.listOfOurs(PATH, 7, Samples.group()));
    Page<ViewedGroup> page =
        storage
            .groups()
            .list(
                ANN,
                GroupSelection.LIVE.with(KPI),
                ListQuery.groups(List.of(), PageRange.first(1), false));
    assertThat(page.total()).isEmpty();
    assertThat(page.hasNext()).isTrue();
  }

  @Test
  void rowsWithoutWhatWasAskedForAreAFailure() {
    for (String count : List.of("-1", "1.5", "null", "\"1\"", "9".repeat(30))) {
      expectUnreadable(GroupSelection.LIVE.withKpiCount(), with(",\"kpiCount\":" + count + "}"));
    }
    expectUnreadable(GroupSelection.LIVE.withKpiCount(), Samples.group());
    expectUnreadable(GroupSelection.DELETED, Samples.group());
    expectUnreadable(GroupSelection.DELETED, with(DELETION.replace("T04", "T44")));
    expectUnreadable(GroupSelection.DELETED, with(DELETION.replace("purgeAfter", "purged")));
  }

  @Test
  void anotherUpstreamCannotPick() {
    for (GroupSelection selection : SELECTIONS) {
      Runnable call = () -> list(selection, ALL);
      Strangers.expectUnsupported(Strangers.refusalsOfParameters(), call);
      Strangers.expectUnsupported(Strangers.lists(), call);
      Strangers.expectOwnReasons(call);
      Strangers.expectSentenceOfOurs(call);
    }
  }

  @Test
  void aRefusalOfAServiceLikeThisOneIsPassedOn() {
    String older = "There is no parameter kpiId here.";
    StubUpstream.responds(Reply.json(400, Samples.problem(400, "invalid-input", older)));
    assertThatThrownBy(() -> list(GroupSelection.DELETED, ALL)).isInstanceOf(Unsupported.class);
    StubUpstream.responds(Reply.json(400, Samples.problem(400, "invalid-input", "Not so.")));
    assertThatThrownBy(() -> list(GroupSelection.DELETED, ALL))
        .isInstanceOf(InvalidInput.class)
        .hasMessage("Not so.");
  }

  @Test
  void whetherAKpiIsKnownIsAskedOfUpstream() {
    String path = "/api/v1/kpis/" + KPI.value() + "/groups";
    StubUpstream.responds(Samples.listOfOurs(path, 0));
    assertThatCode(this::requireKnown).doesNotThrowAnyException();
    assertThat(StubUpstream.received())
        .extracting(ReceivedRequest::line)
        .containsExactly("GET " + path + "?limit=1");

    StubUpstream.responds(Reply.json(404, Samples.problem(404, "kpi-not-found", "Not k.")));
    assertThatThrownBy(this::requireKnown).isInstanceOf(KpiNotFound.class).hasMessage("Not k.");
    Strangers.expectUnsupported(Strangers.refusals(), this::requireKnown);
    Strangers.expectUnsupported(Strangers.lists(), this::requireKnown);
    Strangers.expectOwnReasons(this::requireKnown);
    Strangers.expectSentenceOfOurs(this::requireKnown);
  }

  private void requireKnown() {
    storage.memberships().requireKnown(ANN, KPI, AccountRules.DEFAULT);
  }

  private void expectUnreadable(GroupSelection selection, String row) {
    StubUpstream.responds(Samples.listOfOurs(PATH, 1, row));
    assertThatThrownBy(() -> list(selection, ALL)).as(row).isInstanceOf(UpstreamFailure.class);
  }

  private Page<ViewedGroup> list(GroupSelection selection, PageRange range) {
    return storage.groups().list(ANN, selection, ListQuery.groups(range));
  }

  private static String with(String end) {
    return Samples.group().replaceFirst("}$", end);
  }

  private static Map<String, String> parameters() {
    assertThat(StubUpstream.received()).hasSize(1);
    return StubUpstream.received().get(0).parameters();
  }
}
