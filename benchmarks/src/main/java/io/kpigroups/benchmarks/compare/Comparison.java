package io.kpigroups.benchmarks.compare;

import io.kpigroups.benchmarks.load.Tokens;
import io.kpigroups.benchmarks.server.Contender;
import io.kpigroups.benchmarks.server.Contenders;
import io.kpigroups.benchmarks.server.LeftOut;
import io.kpigroups.benchmarks.server.ProcessUsage;
import io.kpigroups.benchmarks.server.Refused;
import io.kpigroups.benchmarks.server.RunningServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Starts the contenders, checks them, lets them take turns, and ends them. */
public final class Comparison {
  private static final int REST_SECONDS = 3;

  private final Plan plan;
  private final Consumer<String> progress;
  private final Tokens tokens = Tokens.issuer();
  private final List<LeftOut> leftOut = new ArrayList<>();
  private final Map<String, List<Double>> startMillis = new HashMap<>();
  private final Map<String, Long> restBytes = new HashMap<>();

  /** A comparison by a plan. */
  public Comparison(Plan plan, Consumer<String> progress) {
    this.plan = plan;
    this.progress = progress;
  }

  /**
   * Measures the contenders beside each other. One that does not start, breaks a promise or ends in
   * the middle is left out.
   *
   * @param work a folder of its own for their data
   * @throws Refused if nobody is left
   */
  public Results run(Contenders found, Path work) throws IOException, InterruptedException {
    leftOut.addAll(found.leftOut());
    Starts starts = new Starts(work, tokens, plan.mongodb());
    List<Contender> able = measureStarts(starts, found.present());
    List<Participant> participants = new ArrayList<>();
    try {
      startAndCheck(starts, able, participants);
      Rounds rounds = new Rounds(plan, participants, progress);
      rounds.run();
      leftOut.addAll(rounds.ended());
      requireSomebody(rounds.participants());
      return results(rounds);
    } finally {
      participants.forEach(Participant::close);
    }
  }

  private Results results(Rounds rounds) {
    return new Results(
        rounds.participants().stream()
            .map(participant -> participant.server().contender())
            .toList(),
        List.copyOf(leftOut),
        plan,
        rounds.slices().samples(),
        rounds.slices().latencies(),
        rounds.slices().failed(),
        rounds.slices().foreignShares(),
        startMillis,
        restBytes,
        rounds.resident(),
        rounds.slices().repeats());
  }

  private void requireSomebody(List<?> left) {
    if (left.isEmpty()) {
      throw new Refused(
          "Nobody is left to be measured. "
              + leftOut.stream().map(LeftOut::sentence).collect(Collectors.joining(" ")));
    }
  }

  private void leaveOut(String what, String why) {
    LeftOut missing = new LeftOut(what, why);
    progress.accept(missing.sentence());
    leftOut.add(missing);
  }

  /** Starts each contender some times, in turn, alone. */
  private List<Contender> measureStarts(Starts starts, List<Contender> contenders) {
    List<Contender> able = new ArrayList<>(contenders);
    for (int round = 0; round < plan.longRounds(); round++) {
      requireSomebody(able);
      progress.accept("Starting all, time " + (round + 1) + ".");
      List<Contender> turns = new ArrayList<>(able);
      Collections.rotate(turns, -round);
      for (Contender contender : turns) {
        try {
          Starts.Started started = starts.start(contender);
          started.server().close();
          startMillis
              .computeIfAbsent(contender.name(), name -> new ArrayList<>())
              .add(started.nanos() / 1e6);
        } catch (IOException | RuntimeException e) {
          able.remove(contender);
          leaveOut(contender.name(), String.valueOf(e.getMessage()));
        }
      }
    }
    return able;
  }

  private void startAndCheck(
      Starts starts, List<Contender> contenders, List<Participant> participants)
      throws InterruptedException {
    if (plan.mongodb().isPresent()) {
      leaveOut("the check of writes", "The database forces them to its disk, unseen from here.");
    }
    Checks checks = new Checks(tokens, plan.mongodb().isEmpty(), this::leaveOut);
    for (Contender contender : contenders) {
      progress.accept("Checking and filling " + contender.name() + ".");
      try {
        RunningServer server = starts.start(contender).server();
        try {
          TimeUnit.SECONDS.sleep(REST_SECONDS);
          restBytes.put(contender.name(), ProcessUsage.residentBytes(server.pid()));
          checks.check(server);
          participants.add(Participant.seeded(server, tokens));
        } catch (IOException | RuntimeException e) {
          server.close();
          throw e;
        }
      } catch (IOException | RuntimeException e) {
        leaveOut(contender.name(), String.valueOf(e.getMessage()));
      }
    }
  }
}
