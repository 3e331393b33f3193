package io.kpigroups.benchmarks.load;

import io.kpigroups.benchmarks.server.Refused;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is measured. */
public enum Operation {
  GET("get", 2500, 0),
  LIST("list of 100", 650, 0),
  CURSOR_PAGE("cursor page of 100", 600, 0),
  SEARCH("q, 10 of 400 found", 900, 0),
  FAVORITES("favorite=true, 20 found", 750, 0),
  MEMBERS("members, 100", 1000, 0),
  CREATE("create", 850, 200),
  RENAME("rename", 700, 200),
  FAVORITE_NEW("favorite, new", 850, 200),
  FAVORITE_AGAIN("favorite, again", 2000, 0),
  ADD_KPI("add a KPI", 850, 200),
  BATCH("batch of 100", 180, 40);

  private static final int MOST_READS = 50_000;

  private final String title;
  private final int rate;
  private final int writes;

  Operation(String title, int rate, int writes) {
    this.title = title;
    this.rate = rate;
    this.writes = writes;
  }

  /**
   * The operation of this option.
   *
   * @throws Refused if there is none; it says which there are
   */
  public static Operation of(String option) {
    return Arrays.stream(values())
        .filter(operation -> operation.option().equals(option))
        .findFirst()
        .orElseThrow(
            () ->
                new Refused(
                    "There is no operation "
                        + option
                        + ": there are "
                        + Arrays.stream(values())
                            .map(Operation::option)
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  /** For tables. */
  public String title() {
    return title;
  }

  /** For options and files. */
  public String option() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Requests per second where latency is measured, the same for every contender: about half of what
   * the slowest of the usual rivals answered at full speed in November 2026.
   */
  public int rate() {
    return rate;
  }

  /** Whether it changes data. */
  public boolean writes() {
    return writes > 0;
  }

  /**
   * How many requests a slice at full speed has at most. A slice of changes has so many, whoever
   * answers them, unless it takes too long: so the data grows alike for all, and it is the time
   * that differs.
   */
  public int requests() {
    return writes() ? writes : MOST_READS;
  }
}
