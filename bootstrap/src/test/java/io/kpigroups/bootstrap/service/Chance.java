package io.kpigroups.bootstrap.service;

import java.util.Random;

/** Chance that can be had again: {@code -Dfaults.seed} takes what an earlier run has printed. */
final class Chance {
  private Chance() {}

  static Random of(String test) {
    long seed = Long.getLong("faults.seed", new Random().nextLong());
    System.out.printf("%s: -Dfaults.seed=%d%n", test, seed);
    return new Random(seed);
  }
}
