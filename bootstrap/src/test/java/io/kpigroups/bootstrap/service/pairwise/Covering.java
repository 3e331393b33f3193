package io.kpigroups.bootstrap.service.pairwise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/**
 * Rows of choices in which each two values of two parameters stand together somewhere: most faults
 * need no more than two parameters to show, and far fewer rows than all combinations have them.
 *
 * <p>The rows are made greedily, each around a pair that is still missing, and the same at each
 * run.
 *
 * @param sizes how many values each parameter has
 * @param allowed whether two choices may stand together, the first being that of the earlier
 *     parameter; each choice must go with some value of every other parameter
 */
record Covering(List<Integer> sizes, BiPredicate<Choice, Choice> allowed) {

  /** The value of this number of the parameter of this number. */
  record Choice(int parameter, int value) {}

  /** Two choices that stand together, the first of the earlier parameter. */
  record Pair(Choice one, Choice two) {}

  /** The rows, each with the number of a value for every parameter. */
  List<List<Integer>> rows() {
    Set<Pair> missing = pairs();
    List<List<Integer>> rows = new ArrayList<>();
    while (!missing.isEmpty()) {
      List<Choice> row = row(missing);
      missing.removeAll(pairs(row));
      rows.add(row.stream().map(Choice::value).toList());
    }
    return rows;
  }

  /** All pairs that are allowed. */
  Set<Pair> pairs() {
    Set<Pair> pairs = new LinkedHashSet<>();
    for (int i = 0; i < sizes.size(); i++) {
      for (Choice one : choices(i)) {
        for (int j = i + 1; j < sizes.size(); j++) {
          choices(j).stream()
              .filter(two -> allowed.test(one, two))
              .forEach(two -> pairs.add(new Pair(one, two)));
        }
      }
    }
    return pairs;
  }

  private List<Choice> row(Set<Pair> missing) {
    Pair first = missing.iterator().next();
    List<Choice> row = new ArrayList<>(List.of(first.one(), first.two()));
    for (int i = 0; i < sizes.size(); i++) {
      if (i != first.one().parameter() && i != first.two().parameter()) {
        row.add(best(i, row, missing));
      }
    }
    row.sort(Comparator.comparing(Choice::parameter));
    return row;
  }

  /**
   * The choice that may stand with those of the row, and brings the most pairs that are missing.
   */
  private Choice best(int parameter, List<Choice> row, Set<Pair> missing) {
    Choice best = null;
    long most = -1;
    for (Choice choice : choices(parameter)) {
      if (row.stream().allMatch(other -> isAllowed(choice, other))) {
        long brings = row.stream().filter(other -> missing.contains(pair(choice, other))).count();
        if (brings > most) {
          best = choice;
          most = brings;
        }
      }
    }
    if (best == null) {
      throw new IllegalStateException("No value of parameter " + parameter + " goes with " + row);
    }
    return best;
  }

  private boolean isAllowed(Choice choice, Choice other) {
    Pair pair = pair(choice, other);
    return allowed.test(pair.one(), pair.two());
  }

  private static List<Pair> pairs(List<Choice> row) {
    return row.stream()
        .flatMap(
            one ->
                row.stream()
                    .filter(two -> two.parameter() > one.parameter())
                    .map(two -> new Pair(one, two)))
        .toList();
  }

  private static Pair pair(Choice one, Choice two) {
    return one.parameter() < two.parameter() ? new Pair(one, two) : new Pair(two, one);
  }

  private List<Choice> choices(int parameter) {
    return IntStream.range(0, sizes.get(parameter))
        .mapToObj(value -> new Choice(parameter, value))
        .toList();
  }
}
