package io.kpigroups.bootstrap.service.generated;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * What a client needs that no build brings.
 *
 * @param client the client that needs it
 * @param probe a command that succeeds where it is there
 * @param advice what is missed, and how to get it
 */
record Tool(String client, List<String> probe, String advice) {
  static final Tool NPM =
      new Tool("TypeScript", List.of("npm", "--version"), "npm is not there: install Node.js.");

  static final Tool GO =
      new Tool(
          "Go",
          List.of("go", "version"),
          "go is not there: install Go, 1.18 or newer, from go.dev.");

  static final Tool PYTHON =
      new Tool(
          "Python",
          List.of(
              "python3", "-c", "import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))"),
          "python3 is not there, older than 3.11, or without venv and pip:"
              + " install it (on Debian also the package python3-venv).");

  /** Leaves the test out, with a sentence that says why, where the tool is not there. */
  void require() throws InterruptedException {
    if (!isThere()) {
      String sentence = "LEFT OUT: the " + client + " client. " + advice;
      System.out.println(sentence);
      Assumptions.abort(sentence);
    }
  }

  private boolean isThere() throws InterruptedException {
    try {
      return new ProcessBuilder(probe)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException noSuchProgram) {
      return false;
    }
  }
}
