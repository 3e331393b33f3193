package io.kpigroups.benchmarks.jmh;

import io.kpigroups.domain.filter.Candidate;
import io.kpigroups.domain.filter.FilterParser;
import io.kpigroups.domain.filter.GroupFilter;
import io.kpigroups.domain.filter.SearchText;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.kpi.KpiId;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/**
 * Filters of lists: reading their text, and asking them of a page of 100 groups.
 *
 * <p>The text is read for every request that has one. The groups are asked one by one where a store
 * cannot translate a part of the filter: MongoDB for what it leaves undecided, a facade for all
 * that the system behind it cannot do.
 */
public class FilterBenchmark extends Measured {

  /** What is asked for. */
  public enum Kind {
    /** One name: the least that a filter can say. */
    EQUALITY("{\"name\":\"Sales pipeline 0\"}", FilterParser::parse),

    /** $and and $or, four deep, on all kinds of things that a group has. */
    DEEP(
        "{$and:[{dateCreated:{$gte:\"2026-01-02T03:10:00Z\",$lt:\"2026-01-02T04:30:00Z\"}},"
            + "{$or:[{favorite:true},{$and:[{createdById:{$ne:\"nobody\"}},"
            + "{$or:[{kpiId:{$in:[\"kpi3\",\"kpi4\"]}},{name:{$gte:\"T\",$nin:[\"X\",\"Y\"]}}]}]}]}]}",
        FilterParser::parse),

    /** A pattern of three pieces. */
    REGEX("{name:{$regex:\"^S.*pipe.*8$\"}}", FilterParser::parse),

    /** The search box, the parameter {@code q}: without case and accents. */
    SEARCH("generale", text -> new GroupFilter.NameContains(SearchText.of(text)));

    private final String text;
    private final Function<String, GroupFilter> reader;
    private final GroupFilter filter;

    Kind(String text, Function<String, GroupFilter> reader) {
      this.text = text;
      this.reader = reader;
      this.filter = reader.apply(text);
    }

    private GroupFilter read() {
      return reader.apply(text);
    }
  }

  @Param Kind filter = Kind.EQUALITY;

  private final List<Candidate> page = candidates();

  /** Each group has three KPIs of ten. */
  private static List<Candidate> candidates() {
    List<ViewedGroup> groups = Samples.page();
    return IntStream.range(0, groups.size())
        .mapToObj(
            i ->
                Candidate.of(
                    groups.get(i).group(),
                    groups.get(i).favorite(),
                    Set.of(kpi(i), kpi(i + 1), kpi(i + 2))))
        .toList();
  }

  private static KpiId kpi(int i) {
    return new KpiId("kpi" + i % 10);
  }

  /** Reads the text. */
  @Benchmark
  public GroupFilter read() {
    return filter.read();
  }

  /** Asks a page of 100 groups, and answers how many match. */
  @Benchmark
  public int matchesOf100() {
    int matching = 0;
    for (Candidate candidate : page) {
      if (filter.filter.matches(candidate)) {
        matching++;
      }
    }
    return matching;
  }
}
