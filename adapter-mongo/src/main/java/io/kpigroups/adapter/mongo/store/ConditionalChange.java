package io.kpigroups.adapter.mongo.store;

import io.kpigroups.application.port.OutcomeUnknown;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.domain.group.Decision;
import io.kpigroups.domain.group.KpiGroup;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A change: read the facts, let the domain decide, send one command that does something only if the
 * facts are still the same. If they are not, it starts again.
 *
 * <p>If the command did nothing, or its answer was lost, the facts may show that the change was
 * made all the same: a server, router or gateway can send a command again by itself, and the answer
 * to the second try says that there was nothing to do.
 *
 * @param look reads the facts
 * @param decide the domain's decision on the facts
 * @param send sends the command; true if it was done, or if the decision changes nothing
 * @param made the outcome of a decision, if the facts show that the change was made
 * @param confirm waits until most members have the change: a lost answer would have said so, but
 *     reading does not
 * @param <F> the facts
 * @param <D> the decision
 */
record ConditionalChange<F, D>(
    Supplier<F> look,
    Function<F, D> decide,
    BiPredicate<F, D> send,
    BiFunction<F, D, Optional<D>> made,
    Runnable confirm) {

  /** A change that leaves no trace by which it could be recognised. */
  ConditionalChange(Supplier<F> look, Function<F, D> decide, BiPredicate<F, D> send) {
    this(look, decide, send, (facts, decision) -> Optional.empty(), () -> {});
  }

  /**
   * Makes a change that is first tried without reading the facts, which saves a command in the
   * usual case.
   *
   * @param first the first try, under a condition that implies the domain's consent
   */
  static <F> void make(
      BooleanSupplier first,
      Supplier<F> look,
      Function<F, Decision<KpiGroup>> decide,
      Predicate<F> send) {
    if (!first.getAsBoolean()) {
      BiPredicate<F, Decision<KpiGroup>> sent =
          (facts, decision) -> !decision.isChange() || send.test(facts);
      new ConditionalChange<>(look, decide, sent).make();
    }
  }

  /**
   * Makes the change.
   *
   * @throws OutcomeUnknown if the answer was lost and the facts do not show what became of it
   */
  D make() {
    return make(look.get());
  }

  /** The same, if the facts are known already. */
  D make(F known) {
    F facts = known;
    while (true) {
      D decision = decide.apply(facts);
      try {
        if (send.test(facts, decision)) {
          return decision;
        }
      } catch (OutcomeUnknown lost) {
        return settle(facts, decision, lost);
      }
      facts = look.get();
      Optional<D> found = made.apply(facts, decision);
      if (found.isPresent()) {
        return found.get();
      }
    }
  }

  /**
   * Finds out what became of a change whose answer was lost. If nothing has changed, the command is
   * sent once more.
   *
   * @throws OutcomeUnknown {@code lost}, if it cannot be found out
   */
  private D settle(F before, D decision, OutcomeUnknown lost) {
    try {
      F facts = look.get();
      if (facts.equals(before)) {
        if (send.test(facts, decision)) {
          return decision;
        }
        facts = look.get(); // the first command arrived late
      }
      Optional<D> found = made.apply(facts, decision);
      if (found.isPresent()) {
        confirm.run();
        return found.get();
      }
    } catch (StorageUnavailable | OutcomeUnknown e) {
      lost.addSuppressed(e);
    }
    throw lost;
  }
}
