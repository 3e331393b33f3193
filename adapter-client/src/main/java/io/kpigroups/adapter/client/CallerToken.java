package io.kpigroups.adapter.client;

import io.kpigroups.domain.access.Actor;

/**
 * Knows by which token a caller is known upstream. The embedding service brings one as a bean.
 *
 * <p>It is asked in the thread of the call, each time, so that no token is ever kept here.
 */
@FunctionalInterface
public interface CallerToken {

  /** The value of the {@code Authorization} header for this actor, such as {@code Bearer x}. */
  String authorization(Actor actor);
}
