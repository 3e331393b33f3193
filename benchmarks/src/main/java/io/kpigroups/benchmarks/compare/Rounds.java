package io.kpigroups.benchmarks.compare;

import io.kpigroups.benchmarks.load.LoadResult;
import io.kpigroups.benchmarks.load.Operation;
import io.kpigroups.benchmarks.server.LeftOut;
import io.kpigroups.benchmarks.server.ProcessUsage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/**
 * The rounds in which the participants take turns: with each operation one after the other, each
 * time in another order, so that what changes in the machine meets all alike.
 */
final class Rounds {
  /** So that no operation is measured with code that was compiled for another alone. */
  private static final int WARM_UP_ROUNDS = 5;

  /** Between the slices, for what the one before left to be done. */
  private static final int REST_MILLIS = 100;

  private final Plan plan;
  private final List<Participant> participants;
  private final Consumer<String> progress;
  private final Watched watched = new Watched();
  private final Random order = new Random(14);
  private final List<Sample> samples = new ArrayList<>();
  private final Map<String, Histogram> latencies = new HashMap<>();
  private final Map<String, List<Long>> resident = new HashMap<>();
  private final List<LeftOut> ended = new ArrayList<>();

  Rounds(Plan plan, List<Participant> participants, Consumer<String> progress) {
    this.plan = plan;
    this.participants = new ArrayList<>(participants);
    this.progress = progress;
  }

  void run() throws InterruptedException {
    for (Participant participant : List.copyOf(participants)) {
      progress.accept("Warming up " + participant.name() + ".");
      orEnd(participant, () -> warmUp(participant));
    }
    for (int round = 0; round < plan.rounds(); round++) {
      progress.accept("Round " + (round + 1) + " of " + plan.rounds() + ".");
      for (Operation operation : plan.operations()) {
        List<Participant> turns = new ArrayList<>(participants);
        Collections.shuffle(turns, order);
        for (Participant participant : turns) {
          orEnd(participant, () -> samples.add(turn(participant, operation)));
        }
      }
      for (Participant participant : List.copyOf(participants)) {
        orEnd(
            participant,
            () ->
                resident
                    .computeIfAbsent(participant.name(), name -> new ArrayList<>())
                    .add(ProcessUsage.residentBytes(participant.server().pid())));
      }
    }
  }

  private interface Work {
    void run() throws InterruptedException;
  }

  /** A server that ends in the middle is left out, and the others go on. */
  private void orEnd(Participant participant, Work work) throws InterruptedException {
    try {
      work.run();
    } catch (RuntimeException e) {
      participants.remove(participant);
      samples.removeIf(sample -> sample.contender().equals(participant.name()));
      LeftOut leftOut = new LeftOut(participant.name(), why(participant, e));
      participant.close();
      progress.accept(leftOut.sentence());
      ended.add(leftOut);
    }
  }

  private static String why(Participant participant, RuntimeException e) {
    try {
      return "It could not be measured to the end (%s); it printed: %s"
          .formatted(e.getMessage(), participant.server().lastPrinted());
    } catch (IOException unreadable) {
      return "It could not be measured to the end: " + e.getMessage();
    }
  }

  private void warmUp(Participant participant) {
    Duration each = plan.warmUp().dividedBy(WARM_UP_ROUNDS * (long) plan.operations().size());
    for (int round = 0; round < WARM_UP_ROUNDS; round++) {
      for (Operation operation : plan.operations()) {
        new Turn(participant, operation).fullSpeed(each);
      }
    }
  }

  private Sample turn(Participant participant, Operation operation) throws InterruptedException {
    Turn turn = new Turn(participant, operation);
    Watched.Quiet<Turn.Cost> cost = watch(() -> turn.fullSpeed(plan.closed()));
    TimeUnit.MILLISECONDS.sleep(REST_MILLIS);
    Watched.Quiet<LoadResult> fixed = watch(() -> turn.fixedRate(plan.open()));
    TimeUnit.MILLISECONDS.sleep(REST_MILLIS);
    Histogram latency = fixed.measured().latency();
    latencies
        .computeIfAbsent(key(participant.name(), operation), key -> new Histogram(3))
        .add(latency);
    ProcessUsage.Spent spent = cost.measured().spent();
    LoadResult load = cost.measured().load();
    double cpu = Math.max(1, spent.nanos());
    return new Sample(
        participant.name(),
        operation,
        cpu / 1000 / Math.max(1, load.requests() + load.failures()),
        spent.compilerNanos() / cpu,
        spent.collectorNanos() / cpu,
        load.throughput(),
        latency.getValueAtPercentile(50),
        load.failures() + fixed.measured().failures(),
        load.firstFailure().or(fixed.measured()::firstFailure),
        Math.max(cost.foreignShare(), fixed.foreignShare()));
  }

  /** A database beside is a program that works for the servers: then nobody is watched. */
  private <T> Watched.Quiet<T> watch(Supplier<T> work) {
    return plan.mongodb().isEmpty()
        ? watched.measure(work)
        : new Watched.Quiet<>(work.get(), 0, false);
  }

  static String key(String contender, Operation operation) {
    return contender + " " + operation.option();
  }

  /** Those that were measured to the end. */
  List<Participant> participants() {
    return List.copyOf(participants);
  }

  /** Those that were not, and why. */
  List<LeftOut> ended() {
    return List.copyOf(ended);
  }

  List<Sample> samples() {
    return List.copyOf(samples);
  }

  /** The latencies of all rounds, for each contender and operation. */
  Map<String, Histogram> latencies() {
    return latencies;
  }

  /** Resident bytes behind each round. */
  Map<String, List<Long>> resident() {
    return resident;
  }

  /** How many slices were measured again since the machine was not quiet. */
  int repeats() {
    return watched.repeats();
  }
}
