package io.kpigroups.domain.group;

import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.failure.LimitReached;
import io.kpigroups.domain.value.AccountId;
import java.util.Optional;

/**
 * The groups that one user watches in one account, and the rules of adding and removing.
 *
 * <p>A rule reads only the facts that it needs, so that a store reads no more than it must.
 */
public final class Favorites {
  private final AccountId account;
  private final Facts facts;

  /** The favorites of a user in the account. */
  public Favorites(AccountId account, Facts facts) {
    this.account = account;
    this.facts = facts;
  }

  /** What a store knows of the user's favorites. A decision asks for each fact at most once. */
  public interface Facts {
    /** Whether the group is one of them. */
    boolean contains(KpiGroupId group);

    /** How many of them there are, those on deleted groups too: never fewer than are live. */
    long all();

    /** How many of them are on live groups; asked only where {@link #all} is at the limit. */
    long live();
  }

  /**
   * Decides whether the user may have the group as a favorite. If it is one already, nothing
   * changes.
   *
   * @param found the group with this id, if any; it may be deleted, or in another account
   * @throws GroupNotFound if there is none, it is deleted, or it belongs to another account
   * @throws LimitReached if the user has the most favorites allowed and this is not one of them
   */
  public Decision<KpiGroup> add(Optional<KpiGroup> found, Stamp stamp, AccountLimits limits) {
    KpiGroup group = KpiGroup.liveIn(account, found);
    if (facts.contains(group.id())) {
      return Decision.unchanged(group);
    }
    int limit = limits.favoritesPerUser();
    if (facts.all() >= limit && facts.live() >= limit) {
      throw LimitReached.favorites(limit);
    }
    return Decision.of(group, new Change.GroupFavorited(group.id(), stamp));
  }

  /**
   * Decides that the group is removed from the user's favorites.
   *
   * @param found the group with this id, if any; it may be deleted, or in another account
   * @throws GroupNotFound if there is none, it is deleted, or it belongs to another account
   */
  public Decision<KpiGroup> remove(Optional<KpiGroup> found, Stamp stamp) {
    KpiGroup group = KpiGroup.liveIn(account, found);
    return facts.contains(group.id())
        ? Decision.of(group, new Change.GroupUnfavorited(group.id(), stamp))
        : Decision.unchanged(group);
  }
}
