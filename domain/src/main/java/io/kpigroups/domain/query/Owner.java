package io.kpigroups.domain.query;

import io.kpigroups.domain.access.Actor;
import io.kpigroups.domain.value.UserId;

/** Whose KPIs are asked for. */
public sealed interface Owner {
  /** Those of the user who asks, who may be known elsewhere only. */
  Owner CALLER = new Caller();

  /** Those of the user who asks. */
  record Caller() implements Owner {}

  /** Those of this user. */
  record Named(UserId user) implements Owner {}

  /** The user, if {@code viewer} asks. */
  default UserId user(Actor viewer) {
    return this instanceof Named named ? named.user() : viewer.user();
  }
}
