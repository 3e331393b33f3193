package io.kpigroups.bootstrap.service.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Counts over all fault tests of a run, and prints the sum when the last of them is through. */
public final class Tally implements BeforeAllCallback {
  private static final AtomicLong ACKNOWLEDGED = new AtomicLong();
  private static final AtomicLong WRONG = new AtomicLong();

  @Override
  public void beforeAll(ExtensionContext context) {
    AutoCloseable sum = () -> print("All faults", ACKNOWLEDGED.get(), WRONG.get());
    context.getRoot().getStore(Namespace.create(Tally.class)).getOrComputeIfAbsent("sum", k -> sum);
  }

  /** Prints and adds up what these have written, and asserts that nothing of it is wrong. */
  public static void add(String fault, List<Ledger> ledgers, List<String> wrong) {
    long acknowledged = ledgers.stream().mapToLong(Ledger::acknowledged).sum();
    ACKNOWLEDGED.addAndGet(acknowledged);
    WRONG.addAndGet(wrong.size());
    System.out.printf(
        "%s: %d refused, %d in doubt%n",
        fault,
        ledgers.stream().mapToInt(Ledger::refused).sum(),
        ledgers.stream().mapToInt(Ledger::inDoubt).sum());
    print(fault, acknowledged, wrong.size());
    assertThat(wrong).as(fault).isEmpty();
  }

  private static void print(String what, long acknowledged, long wrong) {
    System.out.printf("%s: %d writes acknowledged, %d lost or half%n", what, acknowledged, wrong);
  }
}
