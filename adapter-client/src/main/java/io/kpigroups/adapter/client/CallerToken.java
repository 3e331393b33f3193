package io.kpigroups.adapter.client;

import io.kpigroups.domain.access.Actor;

/**
 * Finds the token with which a caller is known to upstream. The service that embeds this adapter
 * provides it as a bean.
 *
 * <p>It is asked for every call, in the thread of the call, so that no token is ever stored here.
 */
@FunctionalInterface
public interface CallerToken {

  /** The value of the {@code Authorization} header for this actor, such as {@code Bearer x}. */
  String authorization(Actor actor);
}
