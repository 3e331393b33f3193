package io.kpigroups.testkit.memory;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.KpiStore;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.failure.KpiNotFound;
import io.kpigroups.domain.group.AccountRules;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiCondition;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.kpi.RegisterEntry.Effect;
import io.kpigroups.domain.query.KpiField;
import io.kpigroups.domain.query.KpiFilter;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.PageRange;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Mistakes that authors of a store make with the register. */
final class BrokenRegisters {
  private BrokenRegisters() {}

  static Stream<Arguments> mistakes() {
    return Stream.of(
        arguments(TheRegisterHasNoLimit.class, "aRegisterTakesKpisUpToItsLimit"),
        arguments(EveryEntryIsNew.class, "ofManyWhoEnterANewKpiOneIsToldThatItIsNew"),
        arguments(ASearchIsAPattern.class, "whatIsAPatternElsewhereIsALiteralHere"),
        arguments(ASearchKnowsCaseAndAccents.class, "caseAndAccentsDoNotMatter"),
        arguments(AnOwnerMayBeAPartOfAnother.class, "ownersDifferInEveryCharacter"),
        arguments(DeletedGroupsCount.class, "aKpiInDeletedGroupsOnlyIsUngrouped"),
        arguments(
            APageIsFilteredAfterItIsRead.class,
            "aPageOfUngroupedKpisIsFullAndKnowsWhetherThereAreMore"),
        arguments(OnlyTheRegisterIsKnown.class, "aKpiIsKnownIfItIsRegisteredOrInALiveGroup"));
  }

  static class EveryEntryIsNew extends BrokenStore {
    {
      registry =
          new DelegatingRegistry(registry) {
            @Override
            public Effect put(Call by, Kpi kpi, KpiCondition expected, AccountLimits limits) {
              sound.put(by, kpi, expected, limits);
              return Effect.NEW;
            }
          };
    }
  }

  static class TheRegisterHasNoLimit extends BrokenStore {
    {
      registry =
          new DelegatingRegistry(registry) {
            @Override
            public Effect put(Call by, Kpi kpi, KpiCondition expected, AccountLimits limits) {
              return sound.put(by, kpi, expected, AccountLimits.DEFAULT);
            }
          };
    }
  }

  static class ASearchIsAPattern extends BrokenStore {
    {
      kpis =
          filtering(
              kpis,
              filter ->
                  (viewer, kpi) -> like(kpi.name().value(), filter.search().orElseThrow().text()));
    }

    private static boolean like(String name, String text) {
      return text.equals("%") || text.equals("_") || name.contains(text);
    }
  }

  static class ASearchKnowsCaseAndAccents extends BrokenStore {
    {
      kpis =
          filtering(
              kpis,
              filter ->
                  (viewer, kpi) ->
                      kpi.name().value().contains(filter.search().orElseThrow().text()));
    }
  }

  static class AnOwnerMayBeAPartOfAnother extends BrokenStore {
    {
      kpis =
          filtering(
              kpis,
              filter ->
                  (viewer, kpi) -> {
                    String wanted = filter.owner().orElseThrow().user(viewer.actor()).value();
                    return kpi.owners().stream().anyMatch(user -> user.value().contains(wanted));
                  });
    }
  }

  static class DeletedGroupsCount extends BrokenStore {
    {
      kpis =
          filtering(
              kpis,
              filter ->
                  (viewer, kpi) ->
                      tables.with(
                          viewer,
                          rows ->
                              rows.members.values().stream()
                                  .noneMatch(members -> members.containsKey(kpi.id()))));
    }
  }

  static class APageIsFilteredAfterItIsRead extends BrokenStore {
    {
      KpiStore sound = kpis;
      kpis =
          new Listing(sound) {
            @Override
            public Page<Kpi> list(Call viewer, KpiFilter filter, ListQuery<KpiField> query) {
              Page<Kpi> page = sound.list(viewer, KpiFilter.ALL, query);
              List<Kpi> rest =
                  page.items().stream()
                      .filter(kpi -> tables.with(viewer, rows -> !rows.isGrouped(kpi.id())))
                      .toList();
              return new Page<>(rest, page.total(), page.range(), page.hasNext());
            }
          };
    }
  }

  static class OnlyTheRegisterIsKnown extends BrokenStore {
    {
      memberships =
          new DelegatingMemberships(memberships) {
            @Override
            public void requireKnown(Call viewer, KpiId kpi, AccountRules rules) {
              if (kpis.find(viewer, kpi).isEmpty()) {
                throw new KpiNotFound(kpi.value());
              }
            }
          };
    }
  }

  private interface Mistake {
    BiPredicate<Call, Kpi> in(KpiFilter filter);
  }

  private static KpiStore filtering(KpiStore sound, Mistake mistake) {
    return new Listing(sound) {
      @Override
      public Page<Kpi> list(Call viewer, KpiFilter filter, ListQuery<KpiField> query) {
        ListQuery<KpiField> all = query.withRange(PageRange.first(Integer.MAX_VALUE));
        List<Kpi> found =
            sound.list(viewer, KpiFilter.ALL, all).items().stream()
                .filter(kpi -> mistake.in(filter).test(viewer, kpi))
                .sorted(Order.comparator(query.order()))
                .toList();
        return BrokenStore.cut(found, query);
      }
    };
  }

  private abstract static class Listing implements KpiStore {
    private final KpiStore found;

    Listing(KpiStore found) {
      this.found = found;
    }

    @Override
    public Optional<Kpi> find(Call viewer, KpiId id) {
      return found.find(viewer, id);
    }
  }
}
