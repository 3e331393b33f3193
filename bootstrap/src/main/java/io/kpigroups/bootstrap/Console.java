package io.kpigroups.bootstrap;

import org.jspecify.annotations.Nullable;

/** Writes to the terminal of who started the program; everything else is logged. */
final class Console {
  private Console() {}

  /** To the standard output: results. */
  static void print(String text) {
    System.out.println(text);
  }

  /** To the standard error: why something was not done. */
  static void printError(@Nullable String text) {
    System.err.println(text);
  }
}
