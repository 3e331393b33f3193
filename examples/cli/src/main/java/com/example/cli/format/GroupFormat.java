package com.example.cli.format;

import io.kpigroups.domain.group.ViewedGroup;

/** How groups are written, one by one. */
public interface GroupFormat {
  /** What stands before all of them. */
  default String head() {
    return "";
  }

  /** One group. */
  String row(ViewedGroup group);

  /** What stands between two of them. */
  default String between() {
    return "";
  }

  /** What is written if there is none. */
  default String none() {
    return head() + foot();
  }

  /** What stands behind all of them. */
  default String foot() {
    return "";
  }
}
