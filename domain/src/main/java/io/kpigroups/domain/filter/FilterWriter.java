package io.kpigroups.domain.filter;

import io.kpigroups.domain.filter.GroupFilter.And;
import io.kpigroups.domain.filter.GroupFilter.Comparison;
import io.kpigroups.domain.filter.GroupFilter.Favorite;
import io.kpigroups.domain.filter.GroupFilter.HasKpi;
import io.kpigroups.domain.filter.GroupFilter.NameContains;
import io.kpigroups.domain.filter.GroupFilter.NameMatches;
import io.kpigroups.domain.filter.GroupFilter.NoneOf;
import io.kpigroups.domain.filter.GroupFilter.OneOf;
import io.kpigroups.domain.filter.GroupFilter.Or;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.FieldValue;
import io.kpigroups.domain.value.FieldValue.Text;
import io.kpigroups.domain.value.FieldValue.Time;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes filters as text in strict JSON. The text is the same for filters that differ only in the
 * order of their parts and values, in nesting without meaning, or in values that come twice.
 *
 * <p>{@link FilterParser} reads it again, as a filter that matches the same groups: every filter
 * that came from there, however near its bounds. A {@link NameContains} cannot be said in a filter;
 * it is written as {@code {"q": <key>}}, which is good for comparing only.
 */
public final class FilterWriter {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private FilterWriter() {}

  /** The text of the filter. */
  public static String write(GroupFilter filter) {
    return text(normal(filter));
  }

  /** The same filter as {@link FilterParser} would make it. */
  private static GroupFilter normal(GroupFilter filter) {
    if (filter instanceof And and) {
      return GroupFilter.and(and.parts().stream().map(FilterWriter::normal).toList());
    } else if (filter instanceof Or or) {
      return GroupFilter.or(or.parts().stream().map(FilterWriter::normal).toList());
    } else if (filter instanceof NoneOf none && none.values().isEmpty()) {
      return GroupFilter.ALL;
    }
    boolean isNever =
        (filter instanceof OneOf one && one.values().isEmpty())
            || (filter instanceof HasKpi has && has.kpis().isEmpty());
    return isNever ? GroupFilter.or(List.of()) : filter;
  }

  private static String text(GroupFilter filter) {
    if (filter instanceof And and) {
      return and.parts().isEmpty() ? "{}" : member("$and", texts(and.parts()));
    } else if (filter instanceof Or or) {
      return or.parts().isEmpty()
          ? member("id", member("$in", "[]"))
          : member("$or", texts(or.parts()));
    } else if (filter instanceof OneOf one) {
      return values(one.field().term(), "", "$in", one.values().stream().map(FilterWriter::value));
    } else if (filter instanceof NoneOf none) {
      Stream<String> values = none.values().stream().map(FilterWriter::value);
      return values(none.field().term(), "$ne", "$nin", values);
    } else if (filter instanceof HasKpi has) {
      return values(
          "kpiId", "", "$in", has.kpis().stream().map(KpiId::value).map(FilterWriter::quoted));
    } else if (filter instanceof Comparison by) {
      return member(by.field().term(), member(by.operator().term(), value(by.value())));
    } else if (filter instanceof Favorite favorite) {
      return member("favorite", Boolean.toString(favorite.favorite()));
    } else if (filter instanceof NameMatches name) {
      return member("name", member("$regex", quoted(name.pattern().regex())));
    }
    return member("q", quoted(((NameContains) filter).text().key().value()));
  }

  private static String texts(List<GroupFilter> filters) {
    return array(filters.stream().map(FilterWriter::text).sorted().toList());
  }

  private static String values(String field, String single, String several, Stream<String> values) {
    List<String> all = values.sorted().distinct().toList();
    if (all.size() > 1) {
      return member(field, member(several, array(all)));
    }
    return member(field, single.isEmpty() ? all.get(0) : member(single, all.get(0)));
  }

  private static String value(FieldValue value) {
    return quoted(value instanceof Text text ? text.value() : TIME.format(((Time) value).value()));
  }

  private static String array(List<String> texts) {
    return texts.stream().collect(Collectors.joining(",", "[", "]"));
  }

  private static String member(String key, String text) {
    return "{\"" + key + "\":" + text + "}";
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (Character.isISOControl(c)) {
        quoted.append("\\u").append(HexFormat.of().toHexDigits(c));
      } else {
        quoted.append(c == '"' || c == '\\' ? "\\" : "").append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
