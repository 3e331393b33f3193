package io.kpigroups.domain;

/** That a user watches a group of an account that the user may act in. */
public record Favorite(AccountId account, UserId user, KpiGroupId group) {

  /**
   * Marks a group as a favorite of the acting user.
   *
   * @throws AccountMismatch if the actor acts in another account than the group's
   */
  public static Favorite of(KpiGroup group, Actor actor) {
    AccountMismatch.check(group.account(), actor.account());
    return new Favorite(group.account(), actor.user(), group.id());
  }
}
