package io.kpigroups.adapter.client.find;

import static io.kpigroups.adapter.client.fixture.Samples.ANN;
import static io.kpigroups.adapter.client.fixture.Samples.KPI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.adapter.client.fixture.GroupUpstream;
import io.kpigroups.adapter.client.fixture.GroupUpstream.Kind;
import io.kpigroups.adapter.client.fixture.GroupUpstream.Row;
import io.kpigroups.adapter.client.fixture.ManyGroups;
import io.kpigroups.adapter.client.fixture.StubUpstream;
import io.kpigroups.adapter.client.fixture.Walk;
import io.kpigroups.application.port.Unsupported;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.filter.FilterParser;
import io.kpigroups.domain.filter.GroupFilter;
import io.kpigroups.domain.filter.GroupFilter.Favorite;
import io.kpigroups.domain.filter.GroupFilter.HasKpi;
import io.kpigroups.domain.filter.GroupFilter.NameContains;
import io.kpigroups.domain.filter.SearchText;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.PageRange;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Filters and places, of every kind of upstream: whoever picks, the domain says what comes. */
@QuarkusTest
@WithTestResource(StubUpstream.class)
class FilteredGroupsTest {
  private static final List<Row> ROWS = ManyGroups.live(43);

  private final KpiGroupStorage storage;

  FilteredGroupsTest(@Identifier("upstream") KpiGroupStorage storage) {
    this.storage = storage;
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void whatRowsShowIsPickedAndWalkedBefore(Kind kind) {
    new GroupUpstream(kind, 1_000, ROWS);
    for (GroupFilter filter : ManyGroups.shown()) {
      for (var order : ManyGroups.orders()) {
        expectWalk(ROWS, GroupSelection.LIVE.with(filter), ListQuery.groups(order, limit(7)));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"OURS", "OLDER"})
  void whatRowsDoNotShowIsPickedByAServiceLikeThisOne(Kind kind) {
    List<Row> deleted = ManyGroups.deleted(43);
    List<Row> both = new ArrayList<>(ROWS);
    both.addAll(deleted);
    new GroupUpstream(kind, 1_000, both);
    for (GroupFilter filter : ManyGroups.shown()) {
      for (var order : ManyGroups.orders()) {
        var query = ListQuery.groups(order, limit(9));
        expectWalk(ROWS, GroupSelection.LIVE.with(KPI).with(filter), query);
        expectWalk(ROWS, GroupSelection.LIVE.with(filter).withKpiCount(), query);
        expectWalk(deleted, GroupSelection.DELETED.with(filter).with(KPI), query);
      }
    }
  }

  @Test
  void aFilterWithKpisInItIsForServicesLikeThisOne() {
    List<GroupFilter> filters =
        List.of(
            new HasKpi(List.of(KPI, new KpiId("k2"))),
            FilterParser.parse("{$or: [{kpiId: \"k2\"}, {name: {$regex: \"^S\"}}]}"),
            FilterParser.parse("{kpiId: \"k2\", $or: [{kpiId: \"k3\"}, {favorite: true}]}"));
    for (GroupFilter filter : filters) {
      var query = ListQuery.groups(ManyGroups.orders().get(1), limit(5));
      new GroupUpstream(Kind.OURS, 1_000, ROWS);
      expectWalk(ROWS, GroupSelection.LIVE.with(filter), query);
      expectWalk(ROWS, GroupSelection.LIVE.with(KPI).with(filter), query);
      for (Kind kind : List.of(Kind.OLDER, Kind.DEAF, Kind.STRICT)) {
        new GroupUpstream(kind, 1_000, ROWS);
        assertThatThrownBy(() -> list(GroupSelection.LIVE.with(filter), query))
            .isInstanceOf(Unsupported.class)
            .hasMessageNotContaining("secret");
        assertThat(StubUpstream.received()).hasSize(1);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aSearchThatNoParameterCanSayIsPickedHere(Kind kind) {
    new GroupUpstream(kind, 1_000, ROWS);
    GroupFilter search = new NameContains(SearchText.of("ZAHL"));
    GroupFilter either = GroupFilter.or(List.of(search, new Favorite(true)));
    var query = ListQuery.groups(ManyGroups.orders().get(2), limit(5));
    expectWalk(ROWS, GroupSelection.LIVE.with(either), query);
    GroupFilter twice = new NameContains(SearchText.of("1"));
    expectWalk(ROWS, GroupSelection.LIVE.with(search).with(twice), query);
  }

  private void expectWalk(List<Row> rows, GroupSelection selection, ListQuery<GroupField> query) {
    new Walk(storage).expect(rows, selection, query);
  }

  private Page<ViewedGroup> list(GroupSelection selection, ListQuery<GroupField> query) {
    return storage.groups().list(ANN, selection, query);
  }

  private static PageRange limit(int limit) {
    return PageRange.first(limit);
  }
}
