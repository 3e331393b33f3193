package io.kpigroups.adapter.rest;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Puts an {@link Intake} before all else on each connection that is accepted. Netty finds it as a
 * service, if the system property {@code io.netty.bootstrap.extensions} is {@code serviceload}; no
 * handler of Vert.x or Quarkus sees a request before its head is complete.
 */
@RegisterForReflection
public final class ConnectionGuard extends ChannelInitializerExtension {
  /** What may wait on all connections together, beside what each may have. */
  private static final long MOST = 64L * 1024 * 1024;

  private final Budget budget = new Budget(MOST);

  /** For Netty. */
  public ConnectionGuard() {}

  @Override
  public void postInitializeServerChildChannel(Channel channel) {
    channel.pipeline().addFirst(new Intake(budget));
  }
}
