package io.kpigroups.benchmarks.server;

/**
 * Something that cannot be done as it was asked for; the message is a sentence for whoever asked.
 */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** A refusal with its sentence. */
  public Refused(String sentence) {
    super(sentence);
  }
}
