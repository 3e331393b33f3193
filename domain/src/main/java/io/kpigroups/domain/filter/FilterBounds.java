package io.kpigroups.domain.filter;

import static io.kpigroups.domain.filter.JsonText.wrong;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How large the text of a filter may be. It is counted while the text is read, so that reading ends
 * early, and before anything without meaning is left out.
 */
final class FilterBounds {
  /** How many characters a text may have. */
  static final int MAX_TEXT = 1_000;

  private static final int MAX_DEPTH = 8;
  private static final int MAX_PARTS = 200;
  private static final int MAX_LIST = 500;

  private final AtomicInteger parts = new AtomicInteger();

  /**
   * Counts an $and or $or that begins here.
   *
   * @param depth how many there are in each other with it, where they are most
   */
  void nested(int depth, int at) {
    part(at);
    if (depth > MAX_DEPTH) {
      throw wrong(
          at,
          "A filter may be nested at most "
              + MAX_DEPTH
              + " deep, where several keys in one object count as $and.");
    }
  }

  /** Counts a comparison, or what else stands for a part of the filter. */
  void part(int at) {
    if (parts.incrementAndGet() > MAX_PARTS) {
      throw wrong(
          at,
          "A filter may have at most "
              + MAX_PARTS
              + " parts: each comparison, $and and $or, and each object of several keys.");
    }
  }

  /** Counts a value in a list that has this many now. */
  static void listed(int inList, int at) {
    if (inList > MAX_LIST) {
      throw wrong(at, "A list may have at most " + MAX_LIST + " values.");
    }
  }
}
