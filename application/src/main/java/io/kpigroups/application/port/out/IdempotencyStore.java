package io.kpigroups.application.port.out;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.Unsupported;
import io.kpigroups.domain.failure.IdempotencyKeyInUse;
import io.kpigroups.domain.failure.IdempotencyKeyReused;
import io.kpigroups.domain.group.KeyedCreate;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.value.IdempotencyKey;
import io.kpigroups.domain.value.Name;
import java.time.Instant;

/**
 * Stores which groups were made under which idempotency keys. A key belongs to the user of the call
 * and the account.
 *
 * <p>{@link KeyedCreate} decides what a key is good for.
 */
public interface IdempotencyStore {
  /**
   * Takes the key for a new group, in one atomic step: of callers who do so at once one is told to
   * make the group. A store that forwards to another system may have it make the group, and answers
   * that it is done.
   *
   * @param id an id that no group has
   * @param now the time of the group's creation, if it is the caller who makes it
   * @return what is kept then, as precisely as it is kept, since {@link #release} compares with it;
   *     see {@link KeyedCreate#claim}; unless it is done, the caller makes that group, which may
   *     have another id
   * @throws IdempotencyKeyReused if the key is kept for another request
   * @throws IdempotencyKeyInUse if somebody is still making the group
   * @throws Unsupported if another system makes the groups and takes no keys
   */
  KeyedCreate claim(Call by, IdempotencyKey key, KpiGroupId id, Name name, Instant now);

  /** What a caller asks for with {@link #claim}, which the call has until its deadline to make. */
  static KeyedCreate wanted(Call by, KpiGroupId id, Name name, Instant now) {
    return KeyedCreate.begun(
        KpiGroup.create(by.account(), id, name, by.stamp(now)),
        now.plus(by.deadline().remaining()));
  }

  /**
   * Notes that the group of this create was made. Nothing happens if the key is not kept for that
   * group any more.
   */
  void finish(Call by, IdempotencyKey key, KeyedCreate made);

  /**
   * Frees the key, because the group was refused and not made. Nothing happens unless what is kept
   * is still what {@link #claim} has answered.
   */
  void release(Call by, IdempotencyKey key, KeyedCreate claimed);

  /**
   * Forgets all keys whose first request came at this time or before, in all accounts. May be
   * interrupted, repeated, and run by several processes at once.
   */
  void sweep(Instant createdBy, Deadline deadline);
}
