package com.example.cli;

/** What the program exits with. README.md says the same. */
enum Exit {
  OK(0),
  /** {@code find} found nothing. */
  NOTHING_FOUND(1),
  /** Wrong arguments or settings; nothing was done. */
  USAGE(2),
  /** No such group or KPI. */
  NOT_FOUND(3),
  /** A limit, or somebody else's change, is in the way; nothing was done. */
  CONFLICT(4),
  /** The token is not accepted, or does not allow this; nothing was done. */
  DENIED(5),
  /** The service cannot be reached, is too slow or busy; a later try may have success. */
  UNAVAILABLE(6),
  /** A change was sent and its answer was lost: look before trying again. */
  OUTCOME_UNKNOWN(7),
  /** The service cannot do this. */
  UNSUPPORTED(8),
  /** The output could not be written. */
  OUTPUT(9),
  /** A bug of this program; as EX_SOFTWARE of sysexits.h. */
  BUG(70),
  /** Nobody reads the output any more; as a program that dies of SIGPIPE. */
  CLOSED_PIPE(141);

  private final int code;

  Exit(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
