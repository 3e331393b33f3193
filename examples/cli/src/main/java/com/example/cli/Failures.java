package com.example.cli;

import com.example.cli.format.SafeText;
import io.kpigroups.application.port.AccessDenied;
import io.kpigroups.application.port.CredentialsRefused;
import io.kpigroups.application.port.GroupOrKpiNotFound;
import io.kpigroups.application.port.OutcomeUnknown;
import io.kpigroups.application.port.RateLimited;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.application.port.Unsupported;
import io.kpigroups.application.port.UpstreamFailure;
import io.kpigroups.application.port.UpstreamTooSlow;
import io.kpigroups.domain.failure.AccountMismatch;
import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.failure.IdTaken;
import io.kpigroups.domain.failure.IdempotencyKeyInUse;
import io.kpigroups.domain.failure.IdempotencyKeyReused;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.failure.KpiGroupException;
import io.kpigroups.domain.failure.KpiNotFound;
import io.kpigroups.domain.failure.LimitReached;
import io.kpigroups.domain.failure.NotPermitted;
import io.kpigroups.domain.failure.RevisionRequired;
import io.kpigroups.domain.failure.StaleRevision;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells why a command failed: a sentence on the standard error and an exit code. */
final class Failures {
  /** Java 17 has no exhaustive switch over types: FailuresTest sees that none is missing. */
  private static final Map<Class<? extends KpiGroupException>, Exit> EXITS =
      Map.ofEntries(
          Map.entry(InvalidInput.class, Exit.USAGE),
          Map.entry(GroupNotFound.class, Exit.NOT_FOUND),
          Map.entry(KpiNotFound.class, Exit.NOT_FOUND),
          Map.entry(GroupOrKpiNotFound.class, Exit.NOT_FOUND),
          Map.entry(IdTaken.class, Exit.CONFLICT),
          Map.entry(RevisionRequired.class, Exit.CONFLICT),
          Map.entry(StaleRevision.class, Exit.CONFLICT),
          Map.entry(LimitReached.class, Exit.CONFLICT),
          Map.entry(IdempotencyKeyReused.class, Exit.CONFLICT),
          Map.entry(NotPermitted.class, Exit.DENIED),
          Map.entry(AccessDenied.class, Exit.DENIED),
          Map.entry(CredentialsRefused.class, Exit.DENIED),
          Map.entry(IdempotencyKeyInUse.class, Exit.UNAVAILABLE),
          Map.entry(RateLimited.class, Exit.UNAVAILABLE),
          Map.entry(StorageUnavailable.class, Exit.UNAVAILABLE),
          Map.entry(UpstreamFailure.class, Exit.UNAVAILABLE),
          Map.entry(UpstreamTooSlow.class, Exit.UNAVAILABLE),
          Map.entry(OutcomeUnknown.class, Exit.OUTCOME_UNKNOWN),
          Map.entry(Unsupported.class, Exit.UNSUPPORTED),
          Map.entry(AccountMismatch.class, Exit.BUG));

  /** What may be the fault of the address. */
  private static final Set<Exit> ADDRESS = EnumSet.of(Exit.UNAVAILABLE, Exit.UNSUPPORTED);

  private Failures() {}

  static Exit exit(Class<? extends KpiGroupException> failure) {
    return Objects.requireNonNull(EXITS.get(failure), failure::getName);
  }

  /** Tells what is wrong with the arguments. */
  static int tellUsage(ParameterException wrong) {
    CommandLine command = wrong.getCommandLine();
    tell(command, String.valueOf(wrong.getMessage()));
    UnmatchedArgumentException.printSuggestions(wrong, command.getErr());
    String name = command.getCommandSpec().qualifiedName();
    command.getErr().println("Try '" + name + " --help'.");
    return Exit.USAGE.code();
  }

  /** Tells why a command failed that was begun. */
  static int tell(Exception failure, CommandLine command) {
    if (failure instanceof KpiGroupException known) {
      Exit exit = exit(known.getClass());
      tell(command, known.getMessage() + (ADDRESS.contains(exit) ? where(known, command) : ""));
      return exit.code();
    }
    if (failure instanceof CommandFailure own) {
      tell(command, String.valueOf(own.getMessage()));
      return own.exit().code();
    }
    if (failure instanceof UncheckedIOException unwritten) {
      String why = String.valueOf(unwritten.getCause().getMessage());
      if (why.contains("pipe")) {
        return Exit.CLOSED_PIPE.code();
      }
      tell(command, "The output cannot be written: " + why + ".");
      return Exit.OUTPUT.code();
    }
    tell(command, "This is a bug: " + failure);
    if (Boolean.parseBoolean(System.getenv("KPIG_DEBUG"))) {
      failure.printStackTrace(command.getErr());
    } else {
      command.getErr().println("With KPIG_DEBUG=true it tells where.");
    }
    return Exit.BUG.code();
  }

  private static void tell(CommandLine command, String sentence) {
    command.getErr().println("kpig: " + SafeText.of(sentence));
  }

  /** What helps to find the fault: the address, and what the network said. */
  private static String where(KpiGroupException failure, CommandLine command) {
    String address =
        command.getCommandSpec().root().userObject() instanceof Kpig program
            ? program.address()
            : "";
    Throwable cause = root(failure);
    String hint = address.endsWith("/api/v1") ? "" : " The address usually ends with /api/v1.";
    boolean isTold = cause == failure || cause.getMessage() == null;
    return " (" + address + (isTold ? "" : ": " + cause.getMessage()) + ")" + hint;
  }

  /** The failure at the bottom of it. */
  static Throwable root(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .reduce(failure, (before, next) -> next);
  }
}
