package com.example.cli;

import io.kpigroups.domain.filter.SearchText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists groups by a part of their name, and says by its exit code whether there are any. */
@Command(
    name = "find",
    description = "Lists groups by a part of their name; exits with 1 if there is none.")
final class FindCommand extends ListCommand {
  @Parameters(
      paramLabel = "<text>",
      description = "What is in the name, whatever its case and accents.")
  private @Nullable SearchText text;

  @Override
  Optional<SearchText> searched() {
    return Optional.ofNullable(text);
  }

  @Override
  int noneFound() {
    return Exit.NOTHING_FOUND.code();
  }
}
