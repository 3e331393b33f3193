package io.kpigroups.domain.filter;

import static io.kpigroups.domain.filter.JsonText.wrong;

import io.kpigroups.domain.filter.GroupFilter.And;
import io.kpigroups.domain.filter.GroupFilter.Or;
import java.util.List;

/**
 * How large a filter may be. It is counted while the filter is read, so that reading ends early.
 */
final class FilterBounds {
  /** How many characters a text may have. */
  static final int MAX_TEXT = 1_000;

  private static final int MAX_DEPTH = 8;
  private static final int MAX_PARTS = 200;
  private static final int MAX_LIST = 500;
  private static final int MAX_LISTED = 5_000;

  private int depth;
  private int parts;
  private int listed;

  /** Checks what was made of the text: objects of several keys count only here. */
  static void check(GroupFilter filter) {
    new FilterBounds().add(filter);
  }

  private void add(GroupFilter filter) {
    if (filter instanceof And and) {
      addAll(and.parts());
    } else if (filter instanceof Or or) {
      addAll(or.parts());
    } else {
      part(1);
    }
  }

  private void addAll(List<GroupFilter> inner) {
    enter(1);
    inner.forEach(this::add);
    leave();
  }

  /** Counts an $and or $or that begins here. */
  void enter(int at) {
    part(at);
    if (++depth > MAX_DEPTH) {
      throw wrong(
          at,
          "A filter may be nested at most "
              + MAX_DEPTH
              + " deep, where several keys in one object count as $and.");
    }
  }

  /** What began last ends. */
  void leave() {
    depth--;
  }

  /** Counts a comparison, or what else stands for a part of the filter. */
  void part(int at) {
    if (++parts > MAX_PARTS) {
      throw wrong(
          at,
          "A filter may have at most "
              + MAX_PARTS
              + " parts: each comparison, $and and $or, and each object of several keys.");
    }
  }

  /** Counts a value in a list that has this many now. */
  void listed(int inList, int at) {
    if (inList > MAX_LIST) {
      throw wrong(at, "A list may have at most " + MAX_LIST + " values.");
    }
    if (++listed > MAX_LISTED) {
      throw wrong(at, "The lists of a filter may have at most " + MAX_LISTED + " values in all.");
    }
  }
}
