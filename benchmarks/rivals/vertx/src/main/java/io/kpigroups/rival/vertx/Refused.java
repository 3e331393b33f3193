package io.kpigroups.rival.vertx;

/** A request is answered with this status. */
final class Refused extends RuntimeException {
  private final int status;
  private final String sentence;

  Refused(int status, String message) {
    // A refusal is an answer, so its stack trace is never looked at.
    super(message, null, false, false);
    this.status = status;
    this.sentence = message;
  }

  int status() {
    return status;
  }

  String sentence() {
    return sentence;
  }
}
