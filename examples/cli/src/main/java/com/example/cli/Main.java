package com.example.cli;

import io.quarkus.runtime.annotations.QuarkusMain;
import picocli.CommandLine;

/** The program. Quarkus starts only once a command has something to ask the service. */
@QuarkusMain
public final class Main {
  private Main() {}

  /** Runs the command that the arguments name, and exits with its code. */
  public static void main(String... arguments) {
    System.exit(program().execute(arguments));
  }

  static CommandLine program() {
    return Values.readBy(new CommandLine(new Kpig()))
        .setOut(Console.out())
        .setErr(Console.err())
        .setExpandAtFiles(false)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionStrategy(
            parsed -> {
              checkDecoded(parsed);
              return new CommandLine.RunLast().execute(parsed);
            })
        .setParameterExceptionHandler((wrong, arguments) -> Failures.tellUsage(wrong))
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> Failures.tell(failure, command));
  }

  /** A name that was not understood must not be stored as question marks. */
  private static void checkDecoded(CommandLine.ParseResult parsed) {
    if (parsed.originalArgs().stream().anyMatch(argument -> argument.contains("\uFFFD"))) {
      throw new CommandLine.ParameterException(
          parsed.commandSpec().commandLine(),
          "An argument cannot be read in the encoding of this terminal: set LC_ALL to a locale with"
              + " UTF-8, such as C.UTF-8.");
    }
  }
}
