package io.kpigroups.benchmarks.compare;

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

/**
 * The rounds in which the participants take turns: with each operation one after the other, each
 * time in another order, so that what changes in the machine meets all alike.
 */
final class Rounds {
  /** So that no operation is measured with code that was compiled for another alone. */
  private static final int WARM_UP_ROUNDS = 5;

  /** So many slices of changes each of these rounds has. */
  private static final int WARM_UP_SLICES = 12;

  /** Between the slices, for what the one before left to be done. */
  private static final int REST_MILLIS = 20;

  private final Plan plan;
  private final List<Participant> participants;
  private final Consumer<String> progress;
  private final Slices slices;
  private final Random order = new Random(14);
  private final Map<String, List<Long>> resident = new HashMap<>();
  private final List<LeftOut> ended = new ArrayList<>();

  Rounds(Plan plan, List<Participant> participants, Consumer<String> progress) {
    this.plan = plan;
    this.participants = new ArrayList<>(participants);
    this.progress = progress;
    this.slices = new Slices(plan);
  }

  void run() throws InterruptedException {
    for (Participant participant : List.copyOf(participants)) {
      progress.accept("Warming up " + participant.name() + ".");
      orEnd(participant, () -> warmUp(participant));
    }
    for (int round = 0; round < plan.rounds(); round++) {
      progress.accept("Round " + (round + 1) + " of " + plan.rounds() + ".");
      for (Operation operation : plan.operations()) {
        inTurn(participant -> slices.fullSpeed(participant, operation));
        if (plan.isLong(round)) {
          inTurn(participant -> slices.fixedRate(participant, operation));
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

  /** What a participant does when it is its turn. */
  private interface Move {
    void make(Participant participant) throws InterruptedException;
  }

  private void inTurn(Move move) throws InterruptedException {
    List<Participant> turns = new ArrayList<>(participants);
    Collections.shuffle(turns, order);
    for (Participant participant : turns) {
      orEnd(
          participant,
          () -> {
            move.make(participant);
            TimeUnit.MILLISECONDS.sleep(REST_MILLIS);
          });
    }
  }

  /** A server that ends in the middle is left out, and the others go on. */
  private void orEnd(Participant participant, Work work) throws InterruptedException {
    try {
      work.run();
    } catch (RuntimeException e) {
      participants.remove(participant);
      slices.forget(participant.name());
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
        new Turn(participant, operation).fullSpeed(each, WARM_UP_SLICES);
      }
    }
  }

  /** Those that were measured to the end. */
  List<Participant> participants() {
    return List.copyOf(participants);
  }

  /** Those that were not, and why. */
  List<LeftOut> ended() {
    return List.copyOf(ended);
  }

  /** What was measured. */
  Slices slices() {
    return slices;
  }

  /** Resident bytes behind each round. */
  Map<String, List<Long>> resident() {
    return resident;
  }
}
