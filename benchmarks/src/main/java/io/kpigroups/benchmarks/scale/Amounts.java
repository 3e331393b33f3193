package io.kpigroups.benchmarks.scale;

/**
 * How much there is of what does not grow with the size.
 *
 * @param accounts how many other accounts the groups are spread over
 * @param ownGroups how many groups the measured account has where they are spread, at least twice
 *     the favorites
 * @param page how many rows a page has
 * @param members how many KPIs are in the full group
 * @param favorites how many favorites the user with many has
 * @param fewFavorites how many the user with few has
 * @param batch how many KPIs a batch has
 */
record Amounts(
    int accounts,
    int ownGroups,
    int page,
    int members,
    int favorites,
    int fewFavorites,
    int batch) {
  /** What is published. */
  static final Amounts FULL = new Amounts(10_000, 2_000, 100, 10_000, 1_000, 20, 100);

  /** How many groups are found by the text that some names have: two pages. */
  int found() {
    return 2 * page;
  }

  /** The least size that has room for all of it. */
  int leastSize() {
    return 2 * Math.max(favorites, found());
  }
}
