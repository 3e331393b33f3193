package io.kpigroups.testkit.memory;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.MembershipStore;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.Member;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.MemberField;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.value.Name;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Mistakes that authors of a store make with the list of a group's KPIs. */
final class BrokenMembers {
  private BrokenMembers() {}

  static Stream<Arguments> mistakes() {
    return Stream.of(
        arguments(NamelessMembersComeLast.class, "membersWithoutANameComeBeforeAllOthers"),
        arguments(
            OnlyRegisteredMembersAreListed.class, "aMemberThatIsNotInTheRegisterHasNoNameAndStays"),
        arguments(TiesAreLeftToChance.class, "membersComeInEveryOrderPageByPage"),
        arguments(ADeletedGroupShowsItsMembers.class, "aGroupThatIsNotThereHasNoMembersToList"),
        arguments(
            NamesAreLookedUpInEveryAccount.class, "aKpiIsNotCalledWhatItIsCalledInAnotherAccount"));
  }

  static class NamelessMembersComeLast extends BrokenStore {
    {
      memberships =
          listing(
              memberships,
              (sound, viewer, group, query) -> {
                List<Member> all = all(sound, viewer, group, query);
                if (query.order().get(0).field() == MemberField.NAME) {
                  all.sort(Comparator.comparing(member -> member.name().isEmpty()));
                }
                return BrokenStore.cut(all, query);
              });
    }
  }

  static class OnlyRegisteredMembersAreListed extends BrokenStore {
    {
      memberships =
          listing(
              memberships,
              (sound, viewer, group, query) -> {
                List<Member> all = all(sound, viewer, group, query);
                all.removeIf(member -> member.name().isEmpty());
                return BrokenStore.cut(all, query);
              });
    }
  }

  static class TiesAreLeftToChance extends BrokenStore {
    {
      memberships =
          listing(
              memberships,
              (sound, viewer, group, query) -> {
                List<Member> all = all(sound, viewer, group, query);
                Collections.shuffle(all);
                all.sort(query.order().get(0).field().comparator());
                return BrokenStore.cut(all, query);
              });
    }
  }

  static class ADeletedGroupShowsItsMembers extends BrokenStore {
    {
      memberships =
          listing(
              memberships,
              (sound, viewer, group, query) ->
                  tables.with(
                      viewer, rows -> BrokenStore.cut(rows.members(group).toList(), query)));
    }
  }

  static class NamesAreLookedUpInEveryAccount extends BrokenStore {
    {
      memberships =
          listing(
              memberships,
              (sound, viewer, group, query) -> sound.list(viewer, group, query).map(this::named));
    }

    private Member named(Member member) {
      for (AccountRows rows : tables.all()) {
        if (rows.kpis.containsKey(member.kpi())) {
          Optional<Name> name = Optional.of(rows.kpis.get(member.kpi()).name());
          return new Member(member.kpi(), name, member.added());
        }
      }
      return member;
    }
  }

  private static List<Member> all(
      MembershipStore sound, Call viewer, KpiGroupId group, ListQuery<MemberField> query) {
    PageRange all = PageRange.first(Integer.MAX_VALUE);
    return new ArrayList<>(sound.list(viewer, group, query.withRange(all)).items());
  }

  /** How a broken store lists members, with a sound one to ask. */
  interface Listing {
    Page<Member> list(
        MembershipStore sound, Call viewer, KpiGroupId group, ListQuery<MemberField> query);
  }

  static MembershipStore listing(MembershipStore memberships, Listing mistake) {
    return new DelegatingMemberships(memberships) {
      @Override
      public Page<Member> list(Call viewer, KpiGroupId group, ListQuery<MemberField> query) {
        return mistake.list(sound, viewer, group, query);
      }
    };
  }
}
