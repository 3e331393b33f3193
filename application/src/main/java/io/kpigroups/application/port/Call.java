package io.kpigroups.application.port;

import io.kpigroups.domain.access.Actor;
import io.kpigroups.domain.failure.NotPermitted;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.UserId;
import java.time.Instant;

/**
 * What every call of a port takes: who acts, and until when it must be done.
 *
 * @param actor who acts; only its account can be seen or changed
 * @param deadline when the call must have ended, with or without success
 */
public record Call(Actor actor, Deadline deadline) {
  /**
   * The account that is acted in. A store that forwards to the system that checks the actor asks
   * for the {@link #namedAccount} instead.
   *
   * @throws NotPermitted if another system checks the actor
   */
  public AccountId account() {
    return actor.account();
  }

  /**
   * The account, whoever checks the actor.
   *
   * @throws java.util.NoSuchElementException if none is named, as in calls of favorites only
   */
  public AccountId namedAccount() {
    return actor.named().orElseThrow();
  }

  /**
   * The user who acts.
   *
   * @throws NotPermitted if another system checks the actor
   */
  public UserId user() {
    return actor.user();
  }

  /**
   * The stamp of the user at this time.
   *
   * @throws NotPermitted if another system checks the actor
   */
  public Stamp stamp(Instant at) {
    return new Stamp(user(), at);
  }
}
