package io.kpigroups.domain.group;

import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.failure.LimitReached;
import io.kpigroups.domain.value.AccountId;
import java.util.Optional;

/**
 * The groups that one user watches in one account, and the rules of adding to them.
 *
 * <p>What a rule does not need is not asked for, so that a store looks up no more than it must.
 */
public final class Favorites {
  private final AccountId account;
  private final Facts facts;

  /** The favorites of a user in the account. */
  public Favorites(AccountId account, Facts facts) {
    this.account = account;
    this.facts = facts;
  }

  /** What a store knows of the user's favorites; each is asked for at most once in a decision. */
  public interface Facts {
    /** Whether the group is one of them. */
    boolean contains(KpiGroupId group);

    /** How many of them are on live groups. */
    long live();
  }

  /**
   * Decides that a group is a favorite of the user; if it is already, nothing changes.
   *
   * @param found what has the id that was asked for, whatever its account and its life
   * @throws GroupNotFound if it is not there for users of the account
   * @throws LimitReached if the user has as many favorites as a user may, and this is not one
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
   * Decides that a group is no favorite of the user.
   *
   * @param found what has the id that was asked for, whatever its account and its life
   * @throws GroupNotFound if it is not there for users of the account
   */
  public Decision<KpiGroup> remove(Optional<KpiGroup> found, Stamp stamp) {
    KpiGroup group = KpiGroup.liveIn(account, found);
    return facts.contains(group.id())
        ? Decision.of(group, new Change.GroupUnfavorited(group.id(), stamp))
        : Decision.unchanged(group);
  }
}
