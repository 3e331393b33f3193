package io.kpigroups.bootstrap.service.ledger;

import java.util.Random;

/** Chance that can be had again: {@code -Dfaults.seed} takes what an earlier run has printed. */
public final class Chance {
  private Chance() {}

  public static Random of(String test) {
    long seed = Long.getLong("faults.seed", new Random().nextLong());
    System.out.printf("%s: -Dfaults.seed=%d%n", test, seed);
    return new Random(seed);
  }
}
