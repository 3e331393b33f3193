package io.kpigroups.testkit.memory;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.kpigroups.domain.filter.GroupFilter.Comparison;
import io.kpigroups.domain.filter.GroupFilter.Favorite;
import io.kpigroups.domain.filter.GroupFilter.HasKpi;
import io.kpigroups.domain.filter.GroupFilter.NameContains;
import io.kpigroups.domain.filter.GroupFilter.NameMatches;
import io.kpigroups.domain.filter.GroupFilter.OneOf;
import io.kpigroups.domain.filter.GroupFilter.Operator;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.value.FieldValue;
import io.kpigroups.domain.value.FieldValue.Text;
import io.kpigroups.domain.value.FieldValue.Time;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Mistakes that authors of a store make with filters. */
final class BrokenFilters {
  private BrokenFilters() {}

  static Stream<Arguments> mistakes() {
    String injection = "whatIsCodeElsewhereIsFoundAsTextAndAsTextOnly";
    String random = "everyFilterFindsTheGroupsThatTheDomainFinds";
    return Stream.of(
        arguments(AnybodysFavoritesCount.class, "everyUserFindsHisOwnFavorites"),
        arguments(ANameIsAPattern.class, injection),
        arguments(APatternIsGivenToAnEngine.class, injection),
        arguments(ASearchIsGivenToAnEngine.class, injection),
        arguments(NamesHaveNoCase.class, "namesDifferInCaseAndAccents"),
        arguments(NamesAreComparedByUtf16.class, "namesBeyondTheBasicPlaneAreGreaterThanAllOthers"),
        arguments(TextsEndAtNul.class, "whatNoNameHasFindsNothing"),
        arguments(AnEmptyListIsNoCondition.class, random),
        arguments(WhatCannotBeSaidIsLeftOut.class, random),
        arguments(TimesAreComparedInSeconds.class, random),
        arguments(
            AGroupComesOnceForEachKpi.class,
            "aGroupOfSeveralKpisThatAreAskedForComesOnceAndIsCountedOnce"));
  }

  static class AnybodysFavoritesCount extends BrokenStore {
    {
      groups =
          Misjudged.parts(
              this,
              Favorite.class,
              (rows, filter) ->
                  group ->
                      filter.favorite()
                          == rows.favorites.values().stream()
                              .anyMatch(of -> of.contains(group.id())));
    }
  }

  static class ANameIsAPattern extends BrokenStore {
    {
      groups =
          Misjudged.names(
              this,
              (name, literal) ->
                  name.equals(literal) || literal.equals("%") || literal.equals("_"));
    }
  }

  static class APatternIsGivenToAnEngine extends BrokenStore {
    {
      groups =
          Misjudged.parts(
              this,
              NameMatches.class,
              (rows, filter) -> {
                Pattern pattern = Pattern.compile(String.join(".*", filter.pattern().pieces()));
                return group -> pattern.matcher(group.name().value()).find();
              });
    }
  }

  static class ASearchIsGivenToAnEngine extends BrokenStore {
    {
      groups =
          Misjudged.parts(
              this,
              NameContains.class,
              (rows, filter) -> {
                Pattern pattern = Pattern.compile(filter.text().key().value());
                return group -> pattern.matcher(group.name().key().value()).find();
              });
    }
  }

  static class NamesHaveNoCase extends BrokenStore {
    {
      groups = Misjudged.names(this, String::equalsIgnoreCase);
    }
  }

  static class NamesAreComparedByUtf16 extends BrokenStore {
    {
      groups =
          Misjudged.parts(
              this,
              Comparison.class,
              (rows, filter) ->
                  group -> {
                    int order = text(filter.field().of(group)).compareTo(text(filter.value()));
                    return filter.operator() == Operator.GREATER ? order > 0 : order < 0;
                  });
    }

    private static String text(FieldValue value) {
      return ((Text) value).value();
    }
  }

  static class TextsEndAtNul extends BrokenStore {
    {
      groups =
          Misjudged.names(this, (name, literal) -> name.equals(literal.split("\u0000", -1)[0]));
    }
  }

  static class AnEmptyListIsNoCondition extends BrokenStore {
    {
      groups =
          Misjudged.parts(
              this,
              OneOf.class,
              (rows, filter) ->
                  group ->
                      filter.values().isEmpty()
                          || filter.values().contains(filter.field().of(group)));
    }
  }

  static class WhatCannotBeSaidIsLeftOut extends BrokenStore {
    {
      groups = Misjudged.parts(this, NameMatches.class, (rows, filter) -> group -> true);
    }
  }

  static class TimesAreComparedInSeconds extends BrokenStore {
    {
      groups =
          Misjudged.parts(
              this,
              OneOf.class,
              (rows, filter) ->
                  group ->
                      filter.values().stream()
                          .map(value -> inSeconds(value))
                          .anyMatch(inSeconds(filter.field().of(group))::equals));
    }

    private static FieldValue inSeconds(FieldValue value) {
      return value instanceof Time time
          ? new Time(time.value().truncatedTo(ChronoUnit.SECONDS))
          : value;
    }
  }

  static class AGroupComesOnceForEachKpi extends BrokenStore {
    {
      groups =
          BrokenLists.listing(
              groups,
              (sound, viewer, selection, query) -> {
                List<HasKpi> several =
                    selection.filter().conjuncts().stream()
                        .filter(HasKpi.class::isInstance)
                        .map(HasKpi.class::cast)
                        .toList();
                Page<ViewedGroup> page = sound.list(viewer, selection, query);
                if (several.isEmpty()) {
                  return page;
                }
                List<ViewedGroup> joined =
                    page.items().stream()
                        .flatMap(
                            row ->
                                several.get(0).kpis().stream()
                                    .filter(
                                        kpi ->
                                            tables
                                                .with(
                                                    viewer,
                                                    rows -> rows.membership(row.group().id(), kpi))
                                                .isPresent())
                                    .map(kpi -> row))
                        .toList();
                return BrokenStore.cut(joined, query);
              });
    }
  }
}
