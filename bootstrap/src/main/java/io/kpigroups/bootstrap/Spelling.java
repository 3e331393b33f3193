package io.kpigroups.bootstrap;

import java.util.Collection;
import java.util.Comparator;
import java.util.function.UnaryOperator;

/** Which word was meant. */
final class Spelling {
  private Spelling() {}

  /** The one of these whose written form has most in common with the word. */
  static String nearest(String word, Collection<String> candidates, UnaryOperator<String> form) {
    return candidates.stream()
        .max(Comparator.comparingDouble(candidate -> likeness(word, form.apply(candidate))))
        .orElseThrow();
  }

  /** From 0 to 1: which part of both words is letters that they share in this order. */
  static double likeness(String one, String other) {
    return 2.0 * shared(one, other) / (one.length() + other.length());
  }

  /** The length of the longest common subsequence. */
  private static int shared(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = 0;
      for (int j = 1; j <= other.length(); j++) {
        int above = row[j];
        row[j] =
            one.charAt(i - 1) == other.charAt(j - 1) ? diagonal + 1 : Math.max(above, row[j - 1]);
        diagonal = above;
      }
    }
    return row[other.length()];
  }
}
