package io.kpigroups.benchmarks.server;

/**
 * Something that is not measured, and why.
 *
 * @param what the contender or the check
 * @param why a sentence that says what is missing and how to get it
 */
public record LeftOut(String what, String why) {

  /** Both in one. */
  public String sentence() {
    return "Left out: " + what + ". " + why;
  }
}
