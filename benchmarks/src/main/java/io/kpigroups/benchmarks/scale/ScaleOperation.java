package io.kpigroups.benchmarks.scale;

import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * Something that is measured, as often as one likes: a change is undone, so that nothing grows by
 * being measured.
 */
final class ScaleOperation<T> {
  private final String name;
  private final boolean changes;
  private final IntFunction<T> work;
  private final Consumer<T> undo;
  private int times;

  private ScaleOperation(String name, boolean changes, IntFunction<T> work, Consumer<T> undo) {
    this.name = name;
    this.changes = changes;
    this.work = work;
    this.undo = undo;
  }

  /**
   * Something that leaves all as it is.
   *
   * @param work gets the number of the call, from 0
   */
  static <T> ScaleOperation<T> reading(String name, IntFunction<T> work) {
    return new ScaleOperation<>(name, false, work, done -> {});
  }

  /**
   * A change.
   *
   * @param work gets the number of the call, from 0
   * @param undo gets what the work has answered
   */
  static <T> ScaleOperation<T> changing(String name, IntFunction<T> work, Consumer<T> undo) {
    return new ScaleOperation<>(name, true, work, undo);
  }

  String name() {
    return name;
  }

  /** Whether {@link #undo} must follow each {@link #run}. */
  boolean changes() {
    return changes;
  }

  T run() {
    return work.apply(times++);
  }

  void undo(T done) {
    undo.accept(done);
  }
}
