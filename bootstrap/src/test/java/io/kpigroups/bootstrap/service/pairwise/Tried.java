package io.kpigroups.bootstrap.service.pairwise;

import io.kpigroups.bootstrap.service.client.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What of a list is tried: a parameter, or several that exclude each other.
 *
 * @param good values, each with what it means; one is that nothing is said
 * @param bad what is refused, and named
 */
record Tried(List<Value> good, List<Value> bad) {

  /**
   * A value of a parameter.
   *
   * @param text as it is sent; of a good value empty if nothing is said
   * @param meaning what it makes of a question
   */
  record Value(String name, String text, Consumer<Question> meaning) {

    /** As it stands in the address, if anything is said. */
    String said() {
      return text.isEmpty() ? "" : sent();
    }

    /** As it stands in the address. */
    String sent() {
      return Parameter.with(name, text);
    }
  }

  static Tried of(String name, List<Value> good, List<Value> bad) {
    Value nothing = value(name, "", q -> {});
    return new Tried(Stream.concat(Stream.of(nothing), good.stream()).toList(), bad);
  }

  static Value value(String name, String text, Consumer<Question> meaning) {
    return new Value(name, text, meaning);
  }

  /** Wrong values of a parameter. */
  static List<Value> bad(String name, String... texts) {
    return Stream.of(texts).map(text -> value(name, text, q -> {})).toList();
  }

  /** The parts of the list that are asked for. */
  static Tried place() {
    List<Value> good = new ArrayList<>();
    for (int skip : List.of(0, 2, Integer.MAX_VALUE)) {
      good.add(value("skip", String.valueOf(skip), q -> q.skip = skip));
    }
    for (int behind : List.of(1, 3)) {
      good.add(value("cursor", "", q -> q.behind = behind));
    }
    List<Value> bad = new ArrayList<>(bad("skip", "", "-1", "1.0", "x", "2147483648", "1e1"));
    bad.addAll(bad("cursor", "", "x", "AAAA", "AQAAAAA", "null", "{}"));
    return of("skip", good, bad);
  }

  static Tried size() {
    List<Value> good = new ArrayList<>();
    for (int limit : List.of(1, 3, 1_000)) {
      good.add(value("limit", String.valueOf(limit), q -> q.limit = limit));
    }
    good.add(value("limit", "99999999999", q -> {}));
    good.add(value("take", "2", q -> q.limit = 2));
    List<Value> bad = new ArrayList<>(bad("limit", "", "0", "-1", "1.5", "x", "+1"));
    bad.addAll(bad("take", "", "0", "x"));
    return of("limit", good, bad);
  }

  static Tried sort(List<String> good, String... bad) {
    return of(
        "sort",
        good.stream().map(text -> value("sort", text, q -> q.sort = text)).toList(),
        bad("sort", bad));
  }

  static Tried count() {
    return of(
        "count",
        List.of(value("count", "none", q -> q.counted = false)),
        bad("count", "", "all", "None", "0", "true"));
  }

  /** Unknown parameters: what is tried is only that they are refused. */
  static Tried unknown(String... names) {
    return of("", List.of(), Stream.of(names).map(name -> value(name, "1", q -> {})).toList());
  }

  /** Rows of good values in which each two values that go together stand together somewhere. */
  static List<List<Value>> rows(List<Tried> all, BiPredicate<Value, Value> allowed) {
    Covering covering =
        new Covering(
            all.stream().map(tried -> tried.good().size()).toList(),
            (one, two) ->
                allowed.test(
                    all.get(one.parameter()).good().get(one.value()),
                    all.get(two.parameter()).good().get(two.value())));
    return covering.rows().stream()
        .map(
            row ->
                IntStream.range(0, row.size())
                    .mapToObj(i -> all.get(i).good().get(row.get(i)))
                    .toList())
        .toList();
  }
}
