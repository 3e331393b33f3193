package io.kpigroups.domain.group;

import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.failure.LimitReached;
import io.kpigroups.domain.value.AccountId;
import java.util.Optional;

/**
 * The groups that one user watches in one account, and the rules of adding and removing.
 *
 * <p>A rule asks for no fact that it does not need, so that a store reads no more than it must.
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

    /** How many of them are on live groups. */
    long live();
  }

  /**
   * Decides that a group is a favorite of the user. If it is already, nothing changes.
   *
   * @param found the group that has the id, of any account, live or not
   * @throws GroupNotFound if there is none, it is deleted, or it is another account's
   * @throws LimitReached if the user has the most favorites allowed and this is not one of them
   */
  public Decision<KpiGroup> add(Optional<KpiGroup> found, Stamp stamp, AccountLimits limits) {
    KpiGroup group = KpiGroup.liveIn(account, found);
    if (facts.contains(group.id())) {
      return Decision.unchanged(group);
    }
    if (facts.live() >= limits.favoritesPerUser()) {
      throw LimitReached.favorites(limits.favoritesPerUser());
    }
    return Decision.of(group, new Change.GroupFavorited(group.id(), stamp));
  }

  /**
   * Decides that a group is not a favorite of the user.
   *
   * @param found the group that has the id, of any account, live or not
   * @throws GroupNotFound if there is none, it is deleted, or it is another account's
   */
  public Decision<KpiGroup> remove(Optional<KpiGroup> found, Stamp stamp) {
    KpiGroup group = KpiGroup.liveIn(account, found);
    return facts.contains(group.id())
        ? Decision.of(group, new Change.GroupUnfavorited(group.id(), stamp))
        : Decision.unchanged(group);
  }
}
