package io.kpigroups.benchmarks.compare;

import io.kpigroups.benchmarks.load.LoadResult;
import io.kpigroups.benchmarks.load.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Measures slices of time, and keeps what they found. */
final class Slices {
  private final Plan plan;
  private final Watched watched = new Watched();
  private final List<Sample> samples = new ArrayList<>();
  private final Map<String, Latencies> latencies = new HashMap<>();
  private final List<Failed> failed = new ArrayList<>();
  private final List<Double> foreignShares = new ArrayList<>();

  Slices(Plan plan) {
    this.plan = plan;
  }

  /** A slice at full speed. */
  void fullSpeed(Participant participant, Operation operation) {
    Turn.Cost cost = watch(() -> new Turn(participant, operation).fullSpeed(plan.closed(), 1));
    LoadResult load = cost.load();
    noteFailures(participant, operation, load);
    double cpu = Math.max(1, cost.spent().nanos());
    samples.add(
        new Sample(
            participant.name(),
            operation,
            cpu / 1000 / Math.max(1, load.requests() + load.failures()),
            cost.spent().compilerNanos() / cpu,
            cost.spent().collectorNanos() / cpu,
            load.throughput()));
  }

  /** A slice at the fixed rate. */
  void fixedRate(Participant participant, Operation operation) {
    LoadResult load = watch(() -> new Turn(participant, operation).fixedRate(plan.open()));
    noteFailures(participant, operation, load);
    latencies
        .computeIfAbsent(key(participant.name(), operation), key -> new Latencies())
        .add(load.latency());
  }

  private void noteFailures(Participant participant, Operation operation, LoadResult load) {
    load.firstFailure()
        .ifPresent(
            first -> failed.add(new Failed(participant.name(), operation, load.failures(), first)));
  }

  /** A database beside is a program that works for the servers: then nobody is watched. */
  private <T> T watch(Supplier<T> work) {
    if (plan.mongodb().isPresent()) {
      return work.get();
    }
    Watched.Quiet<T> quiet = watched.measure(work);
    foreignShares.add(quiet.foreignShare());
    return quiet.measured();
  }

  /** Forgets the slices at full speed of a contender that is not measured to the end. */
  void forget(String contender) {
    samples.removeIf(sample -> sample.contender().equals(contender));
    failed.removeIf(slice -> slice.contender().equals(contender));
  }

  /** What stands for a contender and an operation. */
  static String key(String contender, Operation operation) {
    return contender + " " + operation.option();
  }

  /** Those at full speed. */
  List<Sample> samples() {
    return List.copyOf(samples);
  }

  /** What the slices at the fixed rate found, for each contender and operation. */
  Map<String, Latencies> latencies() {
    return Map.copyOf(latencies);
  }

  /** Slices with answers that were not as they should be. */
  List<Failed> failed() {
    return List.copyOf(failed);
  }

  /** How much of the machine others took, in each slice. */
  List<Double> foreignShares() {
    return List.copyOf(foreignShares);
  }

  /** How many were measured again since the machine was not quiet. */
  int repeats() {
    return watched.repeats();
  }
}
