package com.example.cli;

/** Why a command of this program fails, where no in-port says so. */
final class CommandFailure extends RuntimeException {
  private final Exit exit;

  CommandFailure(Exit exit, String sentence) {
    super(sentence);
    this.exit = exit;
  }

  Exit exit() {
    return exit;
  }
}
