package com.example.cli;

import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.filter.FilterParser;
import io.kpigroups.domain.filter.GroupFilter;
import io.kpigroups.domain.filter.SearchText;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.IdempotencyKey;
import io.kpigroups.domain.value.Name;
import io.quarkus.runtime.configuration.DurationConverter;
import java.time.Duration;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Arguments are read as values of the domain, whose sentences say what is wrong with one. */
final class Values {
  private Values() {}

  /** Teaches a program to read them. */
  static CommandLine readBy(CommandLine program) {
    return program
        .registerConverter(AccountId.class, checked(AccountId::new))
        .registerConverter(KpiId.class, checked(KpiId::new))
        .registerConverter(Name.class, checked(Name::new))
        .registerConverter(SearchText.class, checked(SearchText::of))
        .registerConverter(IdempotencyKey.class, checked(IdempotencyKey::new))
        .registerConverter(GroupFilter.class, checked(FilterParser::parse))
        .registerConverter(
            Order.class, checked(key -> Order.parse(key, GroupField.values()).get(0)))
        .registerConverter(Duration.class, Values::duration);
  }

  /** Reads a value of the domain. */
  private static <T> ITypeConverter<T> checked(Function<String, T> value) {
    return text -> {
      try {
        return value.apply(text);
      } catch (InvalidInput e) {
        throw new TypeConversionException(e.getMessage());
      }
    };
  }

  private static Duration duration(String text) {
    try {
      Duration time = DurationConverter.parseDuration(text);
      if (time.toMillis() > 0) {
        return time;
      }
    } catch (IllegalArgumentException e) {
      // Told below.
    }
    throw new TypeConversionException("it must be more than 0, such as 500ms, 10s or 1m.");
  }
}
