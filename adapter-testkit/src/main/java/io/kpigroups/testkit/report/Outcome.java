package io.kpigroups.testkit.report;

/** What became of a promise. */
public enum Outcome {
  /** It was tried, and the store kept it every time. */
  HELD("held", "✓"),

  /** It was tried, and the store broke it. */
  NOT_HELD("not held", "✗"),

  /** The store does not offer it, and says why. */
  NOT_OFFERED("not offered", "–"),

  /** Only a part of the contract was run, and this was not in it. */
  NOT_TRIED("not tried", "·");

  private final String words;
  private final String sign;

  Outcome(String words, String sign) {
    this.words = words;
    this.sign = sign;
  }

  /** As it is written in a report. */
  public String words() {
    return words;
  }

  /** As it is written in a table. */
  String sign() {
    return sign;
  }
}
