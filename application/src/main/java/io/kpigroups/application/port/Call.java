package io.kpigroups.application.port;

import io.kpigroups.domain.access.Actor;
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
  /** The account that is acted in. */
  public AccountId account() {
    return actor.account();
  }

  /** The user who acts. */
  public UserId user() {
    return actor.user();
  }

  /** The stamp of the user at this time. */
  public Stamp stamp(Instant at) {
    return new Stamp(user(), at);
  }
}
