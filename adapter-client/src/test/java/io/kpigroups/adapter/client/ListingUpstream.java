package io.kpigroups.adapter.client;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What an upstream makes of the parameters of a list.
 *
 * @param rows how many groups it has
 * @param pageLimit most rows that it answers
 * @param refuses whether a parameter is an error
 * @param link the {@code Link} header, with {@code LIMIT} for the page's; empty for none
 */
record ListingUpstream(
    int rows,
    boolean skips,
    boolean limits,
    boolean sorts,
    int pageLimit,
    Total total,
    boolean refuses,
    String link) {
  private static final int ALL = 250;
  private static final Comparator<Row> NAME_DOWN =
      Comparator.comparing(Row::name).reversed().thenComparing(Row::id);

  /** What {@code totalCount} says. */
  enum Total {
    OF_ALL,
    OF_THE_ANSWER,
    NONE
  }

  /** A group; the names repeat, so that the id decides, and do not follow the ids. */
  record Row(int number) {
    String id() {
      return "%024x".formatted(number);
    }

    String name() {
      return "Name %02d".formatted((number * 7) % 50);
    }

    String json() {
      return Samples.group(id(), name(), "2026-01-02T03:04:05Z");
    }
  }

  static ListingUpstream ofOurKind(int pageLimit) {
    String link = "</some/where/api/v1/kpis/groups?skip=0&limit=LIMIT>; rel=\"first\"";
    return new ListingUpstream(ALL, true, true, true, pageLimit, Total.OF_ALL, false, link);
  }

  static ListingUpstream stranger() {
    return new ListingUpstream(ALL, false, false, false, 1_000, Total.OF_ALL, false, "");
  }

  /** Strangers with every combination of habits. */
  static List<ListingUpstream> everyStranger(int... pageLimits) {
    List<ListingUpstream> all = new ArrayList<>();
    for (int pageLimit : pageLimits) {
      for (Total total : Total.values()) {
        for (int habits = 0; habits < 4; habits++) {
          boolean skips = (habits & 1) != 0;
          boolean limits = (habits & 2) != 0;
          all.add(new ListingUpstream(ALL, skips, limits, skips, pageLimit, total, false, ""));
        }
      }
    }
    return all;
  }

  ListingUpstream of(int newRows) {
    return new ListingUpstream(newRows, skips, limits, sorts, pageLimit, total, refuses, link);
  }

  ListingUpstream upTo(int newLimit) {
    return new ListingUpstream(rows, skips, limits, sorts, newLimit, total, refuses, link);
  }

  ListingUpstream telling(Total newTotal) {
    return new ListingUpstream(rows, skips, limits, sorts, pageLimit, newTotal, refuses, link);
  }

  ListingUpstream refusingParameters() {
    return new ListingUpstream(rows, skips, limits, sorts, pageLimit, total, true, link);
  }

  ListingUpstream linking(String newLink) {
    return new ListingUpstream(rows, skips, limits, sorts, pageLimit, total, refuses, newLink);
  }

  /** The ids of all groups. */
  static List<String> ids() {
    return IntStream.range(0, ALL).mapToObj(Row::new).map(Row::id).toList();
  }

  /** The ids of a part of all groups by name, backwards. */
  static List<String> byName(int skip, int limit) {
    Stream<Row> sorted = IntStream.range(0, ALL).mapToObj(Row::new).sorted(NAME_DOWN);
    return sorted.skip(skip).limit(limit).map(Row::id).toList();
  }

  /** From now on is what the stub does. */
  void runs() {
    StubUpstream.follows(
        asked ->
            refuses && asked.target().contains("?") ? Reply.json(400, "") : page(asked.target()));
  }

  private Reply page(String target) {
    List<Row> all = new ArrayList<>(IntStream.range(0, rows).mapToObj(Row::new).toList());
    Collections.shuffle(all, new Random(7));
    if (sorts) {
      all.sort(target.contains("sort=-name") ? NAME_DOWN : Comparator.comparing(Row::id));
    }
    int skip = skips ? number(target, "skip", 0) : 0;
    int limit = Math.min(limits ? number(target, "limit", pageLimit) : pageLimit, pageLimit);
    String[] items = all.stream().skip(skip).limit(limit).map(Row::json).toArray(String[]::new);
    String list =
        switch (total) {
          case OF_ALL -> Samples.list(rows, items);
          case OF_THE_ANSWER -> Samples.list(items.length, items);
          case NONE -> "{\"items\":[" + String.join(",", items) + "]}";
        };
    return link.isEmpty()
        ? Reply.json(200, list)
        : Reply.json(200, list, "Link: " + link.replace("LIMIT", String.valueOf(limit)));
  }

  private static int number(String target, String parameter, int absent) {
    Matcher value = Pattern.compile("[?&]" + parameter + "=(\\d+)").matcher(target);
    return value.find() ? Integer.parseInt(value.group(1)) : absent;
  }
}
