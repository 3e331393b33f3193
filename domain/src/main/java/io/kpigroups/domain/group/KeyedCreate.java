package io.kpigroups.domain.group;

import io.kpigroups.domain.failure.IdempotencyKeyInUse;
import io.kpigroups.domain.failure.IdempotencyKeyReused;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The making of a group under an idempotency key, as it is kept beside the group, so that the same
 * request again makes no second one. It is kept before the group is made.
 *
 * @param group the group as it is made, with the id that it gets: the answer to every such request
 * @param workingUntil when whoever makes the group gives up; from then on another may finish it
 * @param isDone whether the group was made: then it never is again, whatever became of it
 */
public record KeyedCreate(KpiGroup group, Instant workingUntil, boolean isDone) {
  /** How long a key is kept, from the first request on. */
  public static final Duration KEPT_FOR = Duration.ofHours(24);

  /** A group that is going to be made. */
  public static KeyedCreate begun(KpiGroup group, Instant workingUntil) {
    return new KeyedCreate(group, workingUntil, false);
  }

  /**
   * Decides what a request for this new group gets under its key.
   *
   * @param present what is kept under the key, if anything
   * @return what is to be kept now: this one, if the key is free; the one that is present, if it is
   *     done; else the same group as that one, for the caller to finish
   * @throws IdempotencyKeyReused if what is kept is of another request
   * @throws IdempotencyKeyInUse if somebody is still making it
   */
  public KeyedCreate claim(Optional<KeyedCreate> present, Instant now) {
    Optional<KeyedCreate> kept = present.filter(one -> !one.isOver(now));
    if (kept.isEmpty()) {
      return this;
    }
    KeyedCreate first = kept.get();
    if (!first.group.name().equals(group.name())) {
      throw new IdempotencyKeyReused();
    }
    if (first.isDone) {
      return first;
    }
    if (now.isBefore(first.workingUntil)) {
      throw new IdempotencyKeyInUse(Duration.between(now, first.workingUntil));
    }
    return begun(first.group, workingUntil);
  }

  /** The same, with the group made. */
  public KeyedCreate done() {
    return new KeyedCreate(group, workingUntil, true);
  }

  /** Whether it need not be kept any more. */
  public boolean isOver(Instant now) {
    return !now.isBefore(group.created().at().plus(KEPT_FOR));
  }
}
