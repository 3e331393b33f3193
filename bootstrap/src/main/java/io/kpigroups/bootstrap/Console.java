package io.kpigroups.bootstrap;

import org.jspecify.annotations.Nullable;

/** What is said to whoever started the program; everything else is logged. */
final class Console {
  private Console() {}

  /** Results and greetings. */
  static void print(String text) {
    System.out.println(text);
  }

  /** Why something was not done. */
  static void complain(@Nullable String text) {
    System.err.println(text);
  }
}
