package io.kpigroups.domain.filter;

import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.FieldValue;
import io.kpigroups.domain.value.FieldValue.Text;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * Which groups are asked for: an expression that stores translate. What it means is said by {@link
 * #matches} alone, which is the reference for them. {@link FilterParser} makes one of a text.
 *
 * <p>No part negates another: {@link And} and {@link Or} only join. So a store that cannot
 * translate a part may take it for one that every group matches, which finds more, and ask {@link
 * #matches} of what it found.
 */
public sealed interface GroupFilter {
  /** Every group. */
  GroupFilter ALL = new And(List.of());

  /** Whether the group is one that is asked for. */
  boolean matches(Candidate candidate);

  /** What all must match: the parts of an {@link And}, else the filter itself. */
  List<GroupFilter> conjuncts();

  /** The comparisons and other parts that it is made of, without those that join them. */
  Stream<GroupFilter> leaves();

  /**
   * What is no {@link And}. This interface has what {@link GroupFilter} must not have, a method
   * with a body: with one, loading {@link And} would wait for {@link #ALL}, and loading {@link
   * #ALL} for {@link And}, for ever if two threads begin at once.
   */
  sealed interface Conjunct extends GroupFilter {
    @Override
    default List<GroupFilter> conjuncts() {
      return List.of(this);
    }

    @Override
    default Stream<GroupFilter> leaves() {
      return Stream.of(this);
    }
  }

  /** All of these must match; without any, every group does. */
  record And(List<GroupFilter> parts) implements GroupFilter {
    public And {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean matches(Candidate candidate) {
      return parts.stream().allMatch(part -> part.matches(candidate));
    }

    @Override
    public List<GroupFilter> conjuncts() {
      return parts;
    }

    @Override
    public Stream<GroupFilter> leaves() {
      return parts.stream().flatMap(GroupFilter::leaves);
    }
  }

  /** One of these must match; without any, no group does. */
  record Or(List<GroupFilter> parts) implements Conjunct {
    public Or {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean matches(Candidate candidate) {
      return parts.stream().anyMatch(part -> part.matches(candidate));
    }

    @Override
    public Stream<GroupFilter> leaves() {
      return parts.stream().flatMap(GroupFilter::leaves);
    }
  }

  /** The field has one of these values; without any, no group does. */
  record OneOf(FilterField field, List<FieldValue> values) implements Conjunct {
    public OneOf {
      values = values.stream().distinct().toList();
    }

    @Override
    public boolean matches(Candidate candidate) {
      return values.contains(field.of(candidate.group()));
    }
  }

  /** The field has none of these values; without any, every group does. */
  record NoneOf(FilterField field, List<FieldValue> values) implements Conjunct {
    public NoneOf {
      values = values.stream().distinct().toList();
    }

    @Override
    public boolean matches(Candidate candidate) {
      return !values.contains(field.of(candidate.group()));
    }
  }

  /** The field compares with the value in this way. */
  record Comparison(FilterField field, Operator operator, FieldValue value) implements Conjunct {
    @Override
    public boolean matches(Candidate candidate) {
      return operator.holds.test(field.of(candidate.group()).compareTo(value));
    }
  }

  /** It is a favorite of the user who asks, or it is none. */
  record Favorite(boolean favorite) implements Conjunct {
    @Override
    public boolean matches(Candidate candidate) {
      return favorite == candidate.favorite();
    }
  }

  /** One of these KPIs is in the group. */
  record HasKpi(List<KpiId> kpis) implements Conjunct {
    public HasKpi {
      kpis = kpis.stream().distinct().toList();
    }

    @Override
    public boolean matches(Candidate candidate) {
      return kpis.stream().anyMatch(candidate.contains());
    }
  }

  /** The name is as the pattern says. */
  record NameMatches(NamePattern pattern) implements Conjunct {
    @Override
    public boolean matches(Candidate candidate) {
      return FilterField.NAME.of(candidate.group()) instanceof Text name
          && pattern.matches(name.value());
    }
  }

  /** The name contains the text, without case and accents. */
  record NameContains(SearchText text) implements Conjunct {
    @Override
    public boolean matches(Candidate candidate) {
      return text.isIn(candidate.group().name());
    }
  }

  /** How a value is compared with another. */
  enum Operator {
    GREATER("$gt", order -> order > 0),
    AT_LEAST("$gte", order -> order >= 0),
    LESS("$lt", order -> order < 0),
    AT_MOST("$lte", order -> order <= 0);

    private final String term;
    private final IntPredicate holds;

    Operator(String term, IntPredicate holds) {
      this.term = term;
      this.holds = holds;
    }

    /** What it is called outside, in filters. */
    public String term() {
      return term;
    }
  }

  /** All of these: the parts of an {@link And} among them stand beside the others. */
  static GroupFilter and(List<GroupFilter> filters) {
    List<GroupFilter> parts =
        filters.stream().flatMap(filter -> filter.conjuncts().stream()).toList();
    return parts.size() == 1 ? parts.get(0) : new And(parts);
  }

  /** One of these: the parts of an {@link Or} among them stand beside the others. */
  static GroupFilter or(List<GroupFilter> filters) {
    List<GroupFilter> parts =
        filters.stream()
            .flatMap(filter -> filter instanceof Or or ? or.parts().stream() : Stream.of(filter))
            .toList();
    return parts.size() == 1 ? parts.get(0) : new Or(parts);
  }
}
