package io.kpigroups.adapter.mongo.store;

import com.mongodb.client.model.Projections;
import io.kpigroups.adapter.mongo.document.GroupDocument;
import io.kpigroups.adapter.mongo.document.Projection;
import io.kpigroups.adapter.mongo.driver.MongoCollections;
import io.kpigroups.application.port.Call;
import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.Member;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.MemberField;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.Position;
import io.kpigroups.domain.value.Name;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lists the members of a group. They are sorted here, since all of them come with the group's
 * document; their names come from the register, in a second command.
 */
record MemberList(MongoCollections collections, MongoKpiStore kpis) {
  private static final Projection<GroupDocument, Found> AS_FOUND =
      new Projection<>(
          Projections.fields(GroupDocument.WITHOUT_MEMBERS, Projections.include("members")),
          document -> new Found(document.toDomain(), document.memberList()));

  private record Found(KpiGroup group, List<Member> members) {}

  /**
   * A page of the members.
   *
   * @throws GroupNotFound if there is no such group
   */
  Page<Member> page(Call viewer, KpiGroupId id, ListQuery<MemberField> query) {
    Optional<Found> found =
        collections
            .groups(viewer.deadline())
            .first(GroupDocument.one(viewer.account(), id), AS_FOUND);
    KpiGroup.liveIn(viewer.account(), found.map(Found::group));
    List<Member> all = found.orElseThrow().members();
    if (query.order().stream().anyMatch(by -> by.field() == MemberField.NAME)) {
      Map<KpiId, Name> names = names(viewer, all);
      return cut(all.stream().map(member -> named(member, names)), query);
    }
    Page<Member> page = cut(all.stream(), query);
    Map<KpiId, Name> names = names(viewer, page.items());
    return page.map(member -> named(member, names));
  }

  private Map<KpiId, Name> names(Call viewer, List<Member> members) {
    return kpis.names(viewer, members.stream().map(member -> member.kpi().value()).toList());
  }

  private static Member named(Member member, Map<KpiId, Name> names) {
    return new Member(member.kpi(), Optional.ofNullable(names.get(member.kpi())), member.added());
  }

  private static Page<Member> cut(Stream<Member> members, ListQuery<MemberField> query) {
    return query.cut(members, member -> Position.of(query.order(), member));
  }
}
