package io.kpigroups.adapter.client;

/** An answer was cut off because it is larger than what is taken. */
final class AnswerTooLarge extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AnswerTooLarge(long most) {
    super("more than " + most + " bytes, the limit of kpigroups.upstream.answer-size");
  }
}
