package io.kpigroups.bootstrap;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What begins almost as our settings begin: {@code KPI_GROUPS_STORE}, {@code kpigroup.store}. Not
 * all of it is meant for the service, since deployments have words of their own, such as {@code
 * KPI_GROUPS_IMAGE}.
 */
final class WrongPrefix {
  private static final String WORD = SettingNames.variable("kpigroups");

  /** One letter may be wrong, missing or too much, or two may have changed places. */
  private static final double LIKE_THE_WORD = 0.85;

  private WrongPrefix() {}

  /**
   * What is behind such a beginning, which may be of two words; empty if there is none.
   *
   * @param variable the name, written as a variable
   */
  static Optional<String> behind(String variable) {
    int first = variable.indexOf('_');
    int second = variable.indexOf('_', first + 1);
    return IntStream.of(first, second)
        .filter(end -> end > 0 && isLikeOurs(variable.substring(0, end)))
        .mapToObj(end -> variable.substring(end + 1))
        .findFirst();
  }

  private static boolean isLikeOurs(String words) {
    return Spelling.likeness(words.replace("_", ""), WORD) >= LIKE_THE_WORD;
  }
}
